import { type TableRow, tableText } from './table-text.js';

const COLUMNS = [
  ...'Page Name,User Name,Facebook Id,Page Category,Page Admin Top Country,Page Description,Page Created,Likes at Posting,Followers at Posting,Post Created,Post Created Date,Post Created Time,Type,Total Interactions,Likes,Comments,Shares,Love,Wow,Haha,Sad,Angry,Care,Video Share Status,Is Video Owner?,Post Views,Total Views,Total Views For All Crossposts,Video Length,URL,Message,Link,Final Link,Image Text,Link Text,Description,Sponsor Id,Sponsor Name,Sponsor Category'.split(
    ',',
  ),
  'Overperforming Score (weighted  —  Likes 1x Shares 1x Comments 1x Love 1x Wow 1x Haha 1x Sad 1x Angry 1x Care 1x )',
];

const ROW: TableRow = {
  'Page Name': 'Warta Kota Fiktif',
  'User Name': 'wartafiktif',
  'Facebook Id': '100000000000001',
  'Page Created': '2014-05-06 07:08:09',
  'Followers at Posting': '12,345',
  'Post Created': '2021-03-01 08:00:00 WIB',
  'Post Created Date': '2021-03-01',
  'Post Created Time': '08:00:00',
  Type: 'Link',
  'Total Interactions': '1,204',
  URL: 'https://www.facebook.com/100000000000001/posts/200',
  Message: 'Air naik #Banjir',
  Link: 'https://pendek.example/x',
  'Final Link': 'https://kabar.example/a',
};

export const CROWDTANGLE_EXPORT = tableText(COLUMNS, [
  ROW,
  {
    ...ROW,
    'Post Created': '2021-03-01 08:00:00 EST',
    URL: 'https://www.facebook.com/100000000000001/posts/201',
    Link: 'https://www.facebook.com/100000000000001/photos/201',
    'Final Link': '',
    Message: '',
    'Link Text': 'Foto',
  },
]);

export const CROWDTANGLE_DAMAGED = tableText(COLUMNS, [
  { ...ROW, 'Followers at Posting': '1,2345' },
  { ...ROW, 'Post Created': '2021-03-01 08:00:00 XYZT' },
  { ...ROW, 'Facebook Id': '1.00000E+14' },
  { ...ROW, 'Final Link': 'kabar.example' },
  ROW,
]);
