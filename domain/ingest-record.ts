import type { AccountLayer } from './account.js';
import type { MentionKind, Stream } from './mention.js';

/** An account as a source tells of it. `undefined` means that the source does not say: what is stored then stays. */
export interface AccountRecord {
  readonly platform: string;
  readonly nativeId: string;
  readonly handle?: string;
  readonly displayName?: string;
  readonly followers?: number;
  /** Unix milliseconds, UTC. */
  readonly createdAt?: number;
  readonly newsOutlet?: boolean;
  readonly agencyId?: string;
  readonly layer?: AccountLayer;
}

/** A mention as a source tells of it; account and parent are of the same platform. */
export interface MentionRecord {
  readonly nativeId: string;
  readonly kind: MentionKind;
  readonly stream: Stream;
  readonly account: AccountRecord;
  /** Unix milliseconds, UTC. */
  readonly publishedAt: number;
  readonly parentNativeId: string | null;
  readonly text: string;
  readonly urls: readonly string[];
  readonly hashtags: readonly string[];
  readonly mediaHashes: readonly string[];
  readonly regionCode: string | null;
  readonly language: string | null;
}

/** Word that a mention was deleted where it was published. */
export interface DeletionRecord {
  readonly platform: string;
  readonly nativeId: string;
}

/** What one row of an input file becomes. */
export type IngestRecord =
  | { readonly type: 'mention'; readonly mention: MentionRecord }
  | { readonly type: 'account'; readonly account: AccountRecord }
  | { readonly type: 'deletion'; readonly deletion: DeletionRecord };

/** A record and the place it came from: the line of a text file, or the ordinal of an element in a JSON file. */
export interface IngestRow {
  readonly line: number;
  /** Where on the line, when it holds many records: `data.3` of a page. */
  readonly place?: string;
  readonly record: IngestRecord;
  /** Context that a page brings along (X `includes`): not a duplicate when the file says it again. */
  readonly included?: boolean;
  /** The tool that wrote the file lists a mention once for each query that it met: again is no fault. */
  readonly repeatable?: boolean;
}

/** A row that was not taken, and why. */
export interface RejectedRow {
  readonly line: number;
  readonly place?: string;
  readonly field: string;
  readonly reason: string;
}
