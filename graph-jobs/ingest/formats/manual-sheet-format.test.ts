import {
  MANUAL_SHEET_DAMAGED,
  MANUAL_SHEET_TEXT,
  manualSheetWorkbook,
  roundedWorkbook,
} from '../../../test/builders/office-exports/manual-sheet.js';
import { readExport } from '../../../test/builders/office-exports/read-export.js';

const FIRST = '9000000000000000001';

test.each([
  ['text', async () => MANUAL_SHEET_TEXT, 2],
  ['a workbook', manualSheetWorkbook, 3],
])('the sheet as %s becomes mentions', async (_, content, line) => {
  const { rows, mentions, bad, notes } = await readExport('manual-sheet', await content());
  expect(bad).toEqual([]);
  expect(rows[0]!.line).toBe(line);
  expect(mentions).toEqual([
    {
      nativeId: FIRST,
      kind: 'ORIGINAL',
      stream: 'SOCIAL',
      account: {
        platform: 'x',
        nativeId: '@warga_satu',
        handle: 'Warga_Satu',
        displayName: 'Warga Satu',
        followers: 1250,
      },
      publishedAt: Date.UTC(2026, 2, 1, 1, 15),
      parentNativeId: null,
      text: 'Air naik #Banjir',
      urls: ['https://kabar.example/a', 'https://kabar.example/b'],
      hashtags: ['banjir'],
      mediaHashes: [],
      regionCode: '31.71',
      language: null,
    },
    expect.objectContaining({
      nativeId: '9000000000000000002',
      kind: 'REPOST',
      parentNativeId: FIRST,
      publishedAt: Date.UTC(2026, 2, 1, 1, 16),
    }),
    expect.objectContaining({
      nativeId: 'https://kabar.example/banjir',
      stream: 'NEWS',
      hashtags: ['kota'],
      publishedAt: Date.UTC(2026, 2, 1, 1),
      account: { platform: 'web', nativeId: 'kabar.example', handle: 'kabar.example', newsOutlet: true },
    }),
  ]);
  expect([...notes.assumedZones]).toEqual(['Asia/Jakarta']);
});

test('damage costs its own row, by the heading of its column', async () => {
  const { mentions, bad } = await readExport('manual-sheet', MANUAL_SHEET_DAMAGED);
  expect(bad).toEqual([
    [2, 'Platform', expect.stringContaining('"Koran" is none of X, Twitter')],
    [3, 'Waktu', '"01/03/2026" is no date of the form d/M/yyyy H:mm'],
    [4, 'ID, Tautan', expect.stringContaining('rounded by a spreadsheet')],
    [5, 'Pengikut', expect.stringContaining('no whole number')],
    [6, 'Kode Wilayah', expect.stringContaining('no region code')],
    [7, 'Jenis', expect.stringContaining('"Suka" is none of Asli')],
  ]);
  expect(mentions.map(({ nativeId }) => nativeId)).toEqual(['9000000000000000002']);
});

test('an id that Excel has rounded is refused, not imported', async () => {
  const { mentions, bad } = await readExport('manual-sheet', await roundedWorkbook());
  expect(mentions).toEqual([]);
  expect(bad).toEqual([[2, 'ID, Tautan', expect.stringContaining('rounded by a spreadsheet')]]);
});
