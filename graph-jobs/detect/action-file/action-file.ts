import type { ActionColumns, Behaviour } from '#domain/action.js';
import type { ByteStrings } from '../../csv-file/byte-strings.js';
import type { RowTally } from '../../csv-file/csv-reader.js';
import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import type { ActionRowsFile } from './action-file-reader.js';
import type { ActionRows } from './action-rows.js';

export interface ActionFile extends RowTally {
  /** `mention` holds the code of the content; actions of one content are the same post. */
  readonly actions: ActionColumns;
  readonly accounts: IdDictionary;
  readonly objects: ByteStrings;
  /** By code in `actions.mention`; null where the mapping names no content. */
  readonly contents: IdDictionary | null;
  /** Rows whose content id was there before; kept, as CooRTweet does. */
  readonly repeatedContents: number;
}

/** Gives codes to the ids of a file that was read; its rows are empty afterwards. */
export function actionFile({ columns: rows, objects, ...tally }: ActionRowsFile, behaviour: Behaviour): ActionFile {
  const contents = rows.contents?.encoded();
  const accounts = rows.accounts.encoded();
  const { length } = rows;
  const actions: ActionColumns = {
    behaviour,
    length,
    account: accounts.codes,
    object: Uint32Array.from(rows.takeObjects(objects.length)),
    time: milliseconds(rows),
    mention: contents?.codes ?? new Uint32Array(length).map((_, row) => row),
    accountCount: accounts.ids.length,
    objectCount: rows.objectCount(objects.length),
  };
  const repeatedContents = contents === undefined ? 0 : length - contents.ids.length;
  return { ...tally, actions, accounts: accounts.ids, objects, contents: contents?.ids ?? null, repeatedContents };
}

function milliseconds(rows: ActionRows): Float64Array {
  const { steps, stepMs } = rows.takeTimes();
  if (steps instanceof Float64Array) return steps;
  const time = new Float64Array(steps.length);
  for (let row = 0; row < time.length; row++) time[row] = steps[row]! * stepMs;
  return time;
}
