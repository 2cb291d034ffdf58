import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { mentionId } from '#domain/mention.js';
import { readMapping } from '#graph-jobs/ingest/formats/csv-mapping.js';
import { readFormat } from '#graph-jobs/ingest/formats/read-format.js';
import { SourceFile } from '#graph-jobs/ingest/read/source-file.js';
import { keyedPseudonyms, pseudonymKey } from '#platform/pseudonym.js';
import { searchWords } from '#store/neo4j/mentions/search-words.js';

/** The header and the first lines of a gzip file, as a file of its own. */
export async function firstRows(file: string, rows: number, into: string): Promise<void> {
  const out = createWriteStream(into);
  let left = rows + 1;
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    if (left === 0) break;
    left -= 1;
    out.write(`${line}\n`);
  }
  out.end();
  await once(out, 'finish');
}

/** A mention as LOAD CSV and the loop get it: with everything that our import works out on the way. */
export interface PreparedMention {
  readonly id: string;
  readonly platform: string;
  readonly nativeId: string;
  readonly kind: string;
  readonly stream: string;
  readonly accountId: string;
  readonly accountNativeId: string;
  readonly publishedAt: number;
  readonly parentId: string | null;
  readonly text: string;
  readonly words: string | null;
  readonly language: string | null;
  readonly line: number;
}

/** The rows that our import would take, each mention once. */
export async function preparedMentions(file: string, mapping: string, dataFolder: string): Promise<PreparedMention[]> {
  const pseudonymize = keyedPseudonyms(pseudonymKey(dataFolder));
  const mentions = new Map<string, PreparedMention>();
  const options = { now: Date.now(), mapping: readMapping(mapping) };
  for await (const parsed of readFormat('csv', await SourceFile.open(file), options))
    for (const one of parsed) {
      if (one.fault !== undefined || one.row.record.type !== 'mention') continue;
      const { account, nativeId, parentNativeId, text, kind, stream, publishedAt, language } = one.row.record.mention;
      const { platform } = account;
      const id = mentionId(platform, nativeId);
      if (mentions.has(id)) continue;
      mentions.set(id, {
        id,
        platform,
        nativeId,
        kind,
        stream,
        accountId: pseudonymize(platform, account.nativeId),
        accountNativeId: account.nativeId,
        publishedAt,
        parentId: parentNativeId === null ? null : mentionId(platform, parentNativeId),
        text,
        words: searchWords(text),
        language,
        line: one.row.line,
      });
    }
  return [...mentions.values()];
}
