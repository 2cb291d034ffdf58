import { writeXlsx } from 'hucre/xlsx';
import { SHEET_COLUMNS } from '#graph-jobs/ingest/formats/manual-sheet-columns.js';
import { type TableRow, tableText } from './table-text.js';

const HEADINGS = SHEET_COLUMNS.map(({ heading }) => heading);
const ROW = {
  Platform: 'X',
  Tautan: 'https://x.com/warga_satu/status/9000000000000000001',
  Jenis: 'Asli',
  Waktu: '01/03/2026 08:15',
  Akun: '@Warga_Satu',
  'Nama Akun': 'Warga Satu',
  Pengikut: '1250',
  Isi: 'Air naik #Banjir',
  'Tautan di Isi': 'https://kabar.example/a; https://kabar.example/b',
  'Kode Wilayah': '31.71',
};

const ROWS: readonly TableRow[] = [
  ROW,
  {
    Platform: 'twitter',
    ID: '9000000000000000002',
    Jenis: 'bagikan ulang',
    Waktu: '1 Maret 2026 08.16',
    'ID Induk': 'https://x.com/warga_satu/status/9000000000000000001',
    Akun: 'warga_dua',
    Isi: 'RT',
  },
  {
    Platform: 'Berita',
    Tautan: 'https://kabar.example/banjir',
    Waktu: '2026-03-01 10:00',
    Zona: 'WIT',
    Akun: 'https://kabar.example',
    Isi: 'Banjir meluas',
    Tagar: '#kota',
  },
];

export const MANUAL_SHEET_TEXT = `\ufeff${tableText(HEADINGS, ROWS, ';')}`;

export const MANUAL_SHEET_DAMAGED = tableText(
  HEADINGS,
  [
    { ...ROW, Platform: 'Koran' },
    { ...ROW, Waktu: '01/03/2026' },
    { ...ROW, Tautan: '', ID: '9,00000E+18' },
    { ...ROW, Pengikut: '1.250' },
    { ...ROW, 'Kode Wilayah': 'Jakarta' },
    { ...ROW, Jenis: 'Suka' },
    ROWS[1]!,
  ],
  ';',
);

/** The same as a workbook: a title above the header, a time and numbers as Excel keeps them, a sheet before the data. */
export async function manualSheetWorkbook(rows = ROWS): Promise<Buffer> {
  const cell = (row: TableRow, heading: string) => {
    if (heading === 'Waktu' && row === ROW) return new Date(Date.UTC(2026, 2, 1, 8, 15));
    if (heading === 'Pengikut' && row === ROW) return 1250;
    return row[heading] ?? null;
  };
  const data = rows.map((row) => HEADINGS.map((heading) => cell(row, heading)));
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Petunjuk', rows: [['Cara mengisi'], ['Satu baris satu unggahan']] },
      { name: 'Data', rows: [['Pantauan Maret'], [...HEADINGS], ...data] },
    ],
  });
  return Buffer.from(bytes);
}

export function damagedWorkbook(): Promise<Buffer> {
  return manualSheetWorkbook([{ ...ROW, Platform: 'Koran' }, ...ROWS]);
}

/** Ids typed as numbers: Excel has lost their last digits. */
export async function roundedWorkbook(): Promise<Buffer> {
  const row = { ...ROW, Tautan: '', ID: Number('9000000000000000001') } as const;
  const data = HEADINGS.map((heading) => (row as Record<string, string | number>)[heading] ?? null);
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Data', rows: [[...HEADINGS], data] }] }));
}
