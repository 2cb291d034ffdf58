import { tableText } from './table-text.js';

const COLUMNS = ['id', 'indexed_date', 'language', 'media_name', 'media_url', 'publish_date', 'title', 'url'];
const ROW = {
  id: 'f00d',
  indexed_date: '2026-03-01 10:20:30.123456',
  language: 'id',
  media_name: 'Kabar Fiktif',
  media_url: 'kabar.example',
  publish_date: '2026-03-01',
  title: 'Banjir meluas, warga mengungsi',
  url: 'https://kabar.example/banjir',
};

export const MEDIA_CLOUD_EXPORT = tableText(COLUMNS, [
  ROW,
  { ...ROW, id: 'f00e', url: 'https://www.suara.example/1', media_url: 'https://www.suara.example/', language: 'en' },
]);

export const MEDIA_CLOUD_DAMAGED = tableText(COLUMNS, [
  { ...ROW, publish_date: '' },
  { ...ROW, url: '' },
  { ...ROW, media_url: '', media_name: '' },
  { ...ROW, publish_date: '2027-01-01' },
  ROW,
]);
