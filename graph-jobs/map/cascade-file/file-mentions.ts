import type { ByteStrings } from '../../csv-file/byte-strings.js';
import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import type { PlaceCodes } from '../cascades/place-codes.js';

/** Mentions in the order of the file. */
export interface ReadMentions {
  readonly ids: IdDictionary;
  /** For each row the code of its own id and, where it names a parent, that of the parent. */
  readonly idCodes: Uint32Array;
  /** Where in `idCodes` each row begins. */
  readonly ownAt: Uint32Array;
  readonly publishedAt: Float64Array;
  readonly account: Uint32Array;
  readonly accounts: IdDictionary;
  /** NaN where unknown; null where the file does not say. */
  readonly followers: Float64Array | null;
  readonly platform: PlaceCodes | null;
  readonly region: PlaceCodes | null;
}

/** The mentions of a file as columns like MentionColumns: rows by (publishedAt, mention id), whatever order the file has. */
export interface FileMentions {
  readonly length: number;
  readonly publishedAt: Float64Array;
  readonly account: Uint32Array;
  /** Row of the parent, NO_ROW where there is none or it is not in the file. */
  readonly parent: Uint32Array;
  /** Code of the named parent, in the file or not; NO_ROW where none is named. */
  readonly namedParent: Uint32Array;
  readonly ids: ByteStrings;
  readonly accounts: ByteStrings;
  readonly followers: Float64Array | null;
  readonly platform: PlaceCodes | null;
  readonly region: PlaceCodes | null;
  /** Rows left out because their mention id was there already. */
  readonly repeatedMentions: number;
}
