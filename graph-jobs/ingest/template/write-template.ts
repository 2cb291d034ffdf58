import { type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { SHEET_COLUMNS } from '../formats/manual-sheet-columns.js';

/** Rows that carry hints and lists; more can be added below. */
const PREPARED_ROWS = 5000;
const HEADER_STYLE = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
} as const;

const INSTRUCTIONS: readonly (readonly string[])[] = [
  ['Cara mengisi lembar pantauan'],
  ['1. Isi lembar "Data": satu baris untuk satu unggahan, komentar, atau artikel. Jangan mengubah nama kolom.'],
  ['2. Kolom wajib: Platform, Waktu, Akun, Isi, dan salah satu dari Tautan atau ID.'],
  ['3. Jangan mencatat jenis kelamin, tanggal lahir, agama, atau pandangan politik seseorang: data itu tidak diimpor.'],
  ['4. Simpan berkas ini, lalu jalankan: jejaring import NAMA-BERKAS.xlsx'],
  [
    '5. Baris yang keliru tidak menghentikan impor; baris itu didaftar dalam NAMA-BERKAS.xlsx.rejects.ndjson beserta alasannya.',
  ],
];

/** The sheet for manual entry as an Excel workbook: headings, lists, hints on each cell, and a sheet of instructions. */
export async function templateWorkbook(): Promise<Uint8Array> {
  return writeXlsx({ sheets: [dataSheet(), instructionSheet()] });
}

/** The same as CSV: the headings alone, with semicolons and a byte order mark, as Excel in Indonesian opens and saves it. */
export function templateText(): string {
  return `\ufeff${Papa.unparse([SHEET_COLUMNS.map(({ heading }) => heading)], { delimiter: ';' })}\r\n`;
}

function dataSheet(): WriteSheet {
  return {
    name: 'Data',
    // All as text: Excel would round ids and turn dates into those of its own language.
    columns: SHEET_COLUMNS.map(({ width }) => ({ width, numFmt: '@' })),
    rows: [SHEET_COLUMNS.map(({ heading }) => heading)],
    cells: new Map(
      SHEET_COLUMNS.map(({ heading }, at) => [
        `0,${at}`,
        { value: heading as CellValue, type: 'string', style: HEADER_STYLE },
      ]),
    ),
    freezePane: { rows: 1 },
    dataValidations: SHEET_COLUMNS.map((_, at) => validationOf(at)),
  };
}

function validationOf(at: number): DataValidation {
  const { heading, hint, values, required } = SHEET_COLUMNS[at]!;
  const letter = String.fromCharCode(65 + at);
  const shown = {
    range: `${letter}2:${letter}${PREPARED_ROWS + 1}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: required ? `${heading} (wajib)` : heading,
    inputMessage: hint,
  };
  if (values === undefined) return { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formula1: '32767' };
  return {
    ...shown,
    type: 'list',
    values: [...values],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: heading,
    errorMessage: `Pilih salah satu: ${values.join(', ')}`.slice(0, 225),
  };
}

function instructionSheet(): WriteSheet {
  const columns = SHEET_COLUMNS.map(({ heading, required, hint, example }) => [
    heading,
    required ? 'wajib' : 'boleh kosong',
    hint,
    example,
  ]);
  return {
    name: 'Petunjuk',
    columns: [{ width: 18 }, { width: 14 }, { width: 100 }, { width: 40 }],
    rows: [...INSTRUCTIONS.map((row) => [...row]), [], ['Kolom', 'Perlu', 'Isi kolom', 'Contoh'], ...columns],
  };
}
