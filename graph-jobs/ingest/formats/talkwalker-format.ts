import { isJson, readJsonValues } from '../read/json-values.js';
import type { RawRow } from '../read/raw-row.js';
import type { SourceFile } from '../read/source-file.js';
import { FieldFault } from './field-fault.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { type ParsedRow, type ParsedRows, rejectedRow } from './parsed-row.js';
import { byColumns, byFields } from './recognise.js';
import { splitAddresses } from './split-list.js';
import { tableFormat } from './table-format.js';
import { talkwalkerReader } from './talkwalker-article.js';

const MARKS = [
  ['url', 'published', 'source_type', 'extra_author_attributes.name'],
  ['url', 'published', 'search_indexed', 'content_snippet'],
];

/** The table: nested fields have the path as the name of their column. */
const TABLE = tableFormat({
  marks: MARKS,
  names: {
    id: 'url',
    publishedAt: 'published',
    text: 'content',
    urls: 'entity_urls',
    language: 'lang',
    parent: 'parent_url',
    'account.id': 'extra_author_attributes.name',
  },
  prepare(columns, options) {
    const read = talkwalkerReader(options);
    const columnOf = new Map(columns.names.map((name) => [name, columns.text(name)] as const));
    return (fields) => {
      const text = (path: string) => columnOf.get(path)?.(fields) ?? '';
      return read({ text, addresses: (path) => splitAddresses(text(path)) });
    };
  },
});

const recogniseTable = byColumns(...MARKS);
const recogniseJson = byFields(
  ['url', 'published', 'source_type'],
  ['url', 'published', 'extra_author_attributes'],
  ['result_content.data[].data.url'],
  ['chunk_result.data.data.url'],
);

/** Talkwalker: answers of its API, streamed results, bare documents, or the table of the same fields. */
export const TALKWALKER: Format = {
  recognise: (head) => recogniseTable(head) ?? recogniseJson(head),
  async *read(source: SourceFile, options: FormatOptions): ParsedRows {
    if (!(await isJson(source))) {
      yield* TABLE.read(source, options);
      return;
    }
    const read = talkwalkerReader(options);
    const convert = (document: unknown) => read(fieldsOf(document, options));
    for await (const rows of readJsonValues(source)) yield rows.flatMap((row) => documentsOf(row, convert));
  },
};

function documentsOf(
  raw: RawRow<unknown>,
  convert: (document: unknown) => ReturnType<ReturnType<typeof talkwalkerReader>>,
) {
  if (raw.fault !== undefined) return [raw];
  const { line } = raw;
  return documentsIn(raw.value).map(([place, document]): ParsedRow => {
    try {
      return { row: { line, place, record: convert(document) }, raw: document };
    } catch (error) {
      return rejectedRow(line, document, error, place === undefined ? '' : `${place}.`);
    }
  });
}

/** The documents of an answer, with their places in it; a value that wraps none is one itself. */
function documentsIn(value: unknown): [place: string | undefined, document: unknown][] {
  const { result_content: answer, chunk_result: chunk } = (value ?? {}) as Record<
    string,
    { data?: unknown } | undefined
  >;
  if (Array.isArray(answer?.data))
    return answer.data.map((one, i) => [
      `result_content.data.${i}.data`,
      (one as { data?: unknown } | null)?.data ?? one,
    ]);
  if (chunk?.data !== undefined) return [['chunk_result.data', (chunk.data as { data?: unknown }).data ?? chunk.data]];
  // A stream says besides how far it is: neither a document nor a fault.
  if ((value as { chunk_type?: unknown } | null)?.chunk_type !== undefined) return [];
  return [[undefined, value]];
}

function fieldsOf(document: unknown, { notes }: FormatOptions) {
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    throw new FieldFault('url', 'is missing: this is no document');
  const author = (document as { extra_author_attributes?: object | null }).extra_author_attributes;
  if (author !== null && typeof author === 'object')
    notes?.dropPersonal(Object.keys(author).map((key) => `extra_author_attributes.${key}`));
  const at = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], document);
  return {
    text: (path: string) => {
      const value = at(path);
      if (Array.isArray(value)) return value.map(String).join(',');
      return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    },
    addresses: (path: string) => {
      const value = at(path);
      const list = Array.isArray(value) ? value : [];
      return list.flatMap((one) => (typeof one === 'string' ? one : ((one as { url?: string } | null)?.url ?? [])));
    },
  };
}
