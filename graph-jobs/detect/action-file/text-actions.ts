import { NO_ROW } from '#domain/mention-columns.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { DistinctTexts } from '../near-duplicates/distinct-texts.js';
import { textClusters } from '../near-duplicates/text-clusters.js';
import type { TextParameters } from '../near-duplicates/text-parameters.js';
import type { ActionFile } from './action-file-reader.js';

const SLICE = 1 << 12;

/**
 * The actions of a file whose objects are texts as actions on clusters of near-duplicates; rows with a text that is no
 * object are no action.
 */
export function textActions(
  file: ActionFile,
  parameters: TextParameters,
  onProgress: ProgressListener = () => undefined,
): ActionFile {
  const { actions, objects } = file;
  const texts = new DistinctTexts();
  // A text that is its own content id has a code beyond the dictionary, and nothing to compare.
  const textOfObject = Uint32Array.from({ length: actions.objectCount }, (_, object) => {
    if (object % SLICE === 0) onProgress(object, 2 * actions.objectCount);
    return object < objects.length ? texts.codeOf(objects.at(object)) : NO_ROW;
  });
  const text = actions.object.map((object) => textOfObject[object]!);
  const posts = { length: actions.length, text, time: actions.time };
  const { cluster, source } = textClusters(texts, posts, parameters, partOfProgress(onProgress, 1, 2));
  const kept = Uint32Array.from(cluster.keys()).filter((row) => cluster[row] !== NO_ROW);
  return {
    ...file,
    actions: {
      ...actions,
      length: kept.length,
      account: kept.map((row) => actions.account[row]!),
      object: kept.map((row) => cluster[row]!),
      time: Float64Array.from(kept, (row) => actions.time[row]!),
      mention: kept.map((row) => actions.mention[row]!),
      objectCount: source.length,
    },
  };
}
