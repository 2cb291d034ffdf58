import { gzipSync } from 'node:zlib';
import { OFFICE_EXPORTS } from '../../../test/builders/office-exports/office-exports.js';
import { withFile } from '../../../test/builders/office-exports/read-export.js';
import { SourceFile } from '../read/source-file.js';
import { detectFormat } from './detect-format.js';
import { readHead } from './file-head.js';
import { FORMATS, type FormatName } from './read-format.js';

/** csv is any table: only the user can know what its columns mean. */
const FILES = (Object.keys(OFFICE_EXPORTS) as FormatName[])
  .filter((format) => format !== 'csv')
  .flatMap((format) => OFFICE_EXPORTS[format].map((content, i) => [format, i, Buffer.from(content)] as const));

const detect = (content: string | Buffer) =>
  withFile(content, async (path) => detectFormat(await SourceFile.open(path)));

describe.each(FILES)('a file of %s (%i)', (format, _, content) => {
  test('is told from what is in it, plain and gzip', async () => {
    expect(await detect(content)).toMatchObject({ format, reason: expect.stringMatching(/line|objects|element/) });
    if (content.subarray(0, 2).toString() !== 'PK') expect(await detect(gzipSync(content))).toMatchObject({ format });
  });

  test('fools the recogniser of no other format', async () => {
    const head = await withFile(content, async (path) => readHead(await SourceFile.open(path)));
    const recognised = Object.entries(FORMATS).filter(([, { recognise }]) => (recognise?.(head) ?? null) !== null);
    expect(recognised.map(([name]) => name)).toEqual([format]);
  });
});

test.each([
  ['', /is empty/],
  ['id,text\n1,banjir\n', /of no format that is known; line 1 names id, text/],
  ['{"foo":1}\n{"bar":2}\n', /of no format that is known/],
  ['banjir\nsurut\n', /of no format that is known/],
  ['<html><body></body></html>', /of no format that is known/],
])('%j is refused with what it shows', async (content, message) => {
  await expect(detect(content)).rejects.toMatchObject({
    code: 'BAD_INPUT_FILE',
    message: expect.stringMatching(message),
  });
});

test('lines that are no JSON do not hide what the others are', async () => {
  const line = '{"type":"mention","platform":"x","id":"1","publishedAt":1}';
  expect(await detect(`{"type":\n{broken}\n${line}\n`)).toMatchObject({ format: 'jejaring' });
});
