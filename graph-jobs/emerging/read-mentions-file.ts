import type { IngestRecord } from '#domain/ingest-record.js';
import { mentionId } from '#domain/mention.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { FormatOptions } from '../ingest/formats/format-options.js';
import { type FormatName, readFormat } from '../ingest/formats/read-format.js';
import { SourceFile } from '../ingest/read/source-file.js';
import { MentionObserver } from './observe-mentions.js';

const REJECTS_NAMED = 10;

/** A file of mentions as an import would read it, and what was left out. */
export interface MentionsFile {
  readonly observer: MentionObserver;
  /** Of the newest mention; null where there is none. */
  readonly newest: number | null;
  readonly rows: number;
  readonly rejected: number;
  /** The first of them. */
  readonly rejects: readonly { readonly line: number; readonly field: string; readonly reason: string }[];
  /** Why the file could not be read to its end, or null. */
  readonly damage: string | null;
}

export interface MentionsFileRequest {
  readonly path: string;
  readonly format: FormatName;
  readonly options: FormatOptions;
}

/**
 * Reads a file of any import format without a store. What the file itself says was deleted is left out: where it does, it is
 * read again. Throws BAD_INPUT_FILE; throw from `onProgress` to stop.
 */
export async function readMentionsFile(
  request: MentionsFileRequest,
  onProgress: ProgressListener = () => undefined,
): Promise<MentionsFile> {
  const deleted = new Set<string>();
  const first = await readOnce(request, new Set(), onProgress, (id) => deleted.add(id));
  return deleted.size === 0 ? first : readOnce(request, deleted, onProgress, () => undefined);
}

async function readOnce(
  { path, format, options }: MentionsFileRequest,
  without: ReadonlySet<string>,
  onProgress: ProgressListener,
  onDeletion: (id: string) => void,
): Promise<MentionsFile> {
  const source = await SourceFile.open(path);
  const observer = new MentionObserver({ excerpts: true, declared: null });
  let newest: number | null = null;
  let rows = 0;
  const rejects: { line: number; field: string; reason: string }[] = [];
  let rejected = 0;
  for await (const batch of readFormat(format, source, options)) {
    for (const parsed of batch) {
      rows += 1;
      if (parsed.fault !== undefined) {
        rejected += 1;
        if (rejects.length < REJECTS_NAMED)
          rejects.push({ line: parsed.line, field: parsed.field, reason: parsed.fault });
        continue;
      }
      const { record } = parsed.row;
      if (record.type === 'deletion') onDeletion(mentionId(record.deletion.platform, record.deletion.nativeId));
      const mention = mentionOf(record);
      if (mention === null || without.has(mention.id)) continue;
      observer.add(mention);
      newest = Math.max(newest ?? mention.publishedAt, mention.publishedAt);
    }
    onProgress(source.bytesRead, source.bytes);
  }
  return { observer, newest, rows, rejected, rejects, damage: source.damage };
}

function mentionOf(record: IngestRecord) {
  if (record.type !== 'mention') return null;
  const { mention } = record;
  const { platform, nativeId } = mention.account;
  return { ...mention, id: mentionId(platform, mention.nativeId), platform, accountId: mentionId(platform, nativeId) };
}
