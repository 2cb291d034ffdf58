import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { DistinctTexts } from './distinct-texts.js';
import { textClusters } from './text-clusters.js';
import { DEFAULT_TEXT_PARAMETERS } from './text-parameters.js';

const SLICE = 1 << 12;

/**
 * Who wrote nearly the same text: pairs (mention row, cluster), an object being named by the mention that said it first.
 * A cluster goes on longer than any two actions may be apart. Throw from `onProgress` to stop.
 */
export function textActs(columns: MentionColumns, onProgress: ProgressListener = () => undefined) {
  if (columns.texts === null) throw new Error('the columns were read without texts');
  const { text: rawOfRow, values } = columns.texts;
  const texts = new DistinctTexts();
  const textOfRaw = new Uint32Array(values.length);
  for (let raw = 0; raw < values.length; raw++) {
    if (raw % SLICE === 0) onProgress(raw, 2 * values.length);
    textOfRaw[raw] = texts.codeOf(values.at(raw));
  }
  const text = rawOfRow.map((raw) => (raw === NO_ROW ? NO_ROW : textOfRaw[raw]!));
  const posts = { length: columns.length, text, time: columns.publishedAt };
  const { cluster, source } = textClusters(texts, posts, DEFAULT_TEXT_PARAMETERS, partOfProgress(onProgress, 1, 2));
  const mention = Uint32Array.from(cluster.keys()).filter((row) => cluster[row] !== NO_ROW);
  return {
    mention,
    object: mention.map((row) => cluster[row]!),
    objectCount: source.length,
    objects: PackedStrings.from(Array.from(source, (row) => columns.ids.at(row))),
    objectRow: source,
  };
}
