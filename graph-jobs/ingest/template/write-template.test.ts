import { readXlsx } from 'hucre/xlsx';
import { withFile } from '../../../test/builders/office-exports/read-export.js';
import { detectFormat } from '../formats/detect-format.js';
import { SHEET_COLUMNS } from '../formats/manual-sheet-columns.js';
import { SourceFile } from '../read/source-file.js';
import { openTable } from '../read/table.js';
import { templateText, templateWorkbook } from './write-template.js';

const HEADINGS = SHEET_COLUMNS.map(({ heading }) => heading);

test.each([
  ['workbook', async () => Buffer.from(await templateWorkbook())],
  ['text', async () => Buffer.from(templateText())],
])('the template as %s is told as what it is and has no rows', async (_, write) => {
  await withFile(await write(), async (path) => {
    expect(await detectFormat(await SourceFile.open(path))).toMatchObject({ format: 'manual-sheet' });
    const table = await openTable(await SourceFile.open(path));
    expect(table.columns).toEqual(HEADINGS);
    for await (const rows of table.rows(() => true)) expect(rows).toEqual([]);
  });
});

test('the workbook has a hint for each column, the lists that the import reads, and instructions with all columns', async () => {
  const { sheets } = await readXlsx(await templateWorkbook());
  expect(sheets.map(({ name }) => name)).toEqual(['Data', 'Petunjuk']);
  const validations = sheets[0]!.dataValidations!;
  expect(validations.map(({ inputMessage }) => inputMessage)).toEqual(SHEET_COLUMNS.map(({ hint }) => hint));
  const lists = validations.filter(({ type }) => type === 'list').map(({ values }) => values);
  expect(lists).toEqual(SHEET_COLUMNS.flatMap(({ values }) => (values === undefined ? [] : [[...values]])));
  const said = sheets[1]!.rows.map((row) => row[0]);
  for (const heading of HEADINGS) expect(said).toContain(heading);
});

test('hints and lists fit into what Excel shows', () => {
  for (const { heading, hint, values = [] } of SHEET_COLUMNS) {
    expect([heading, heading.length <= 24]).toEqual([heading, true]);
    expect([heading, hint.length <= 255]).toEqual([heading, true]);
    expect([heading, values.join(',').length <= 255]).toEqual([heading, true]);
  }
});
