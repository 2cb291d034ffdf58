import type { MentionKind, Stream } from '#domain/mention.js';

/** A mention as far as bursts need it; Mention is one. */
export interface ObservedMention {
  readonly id: string;
  readonly platform: string;
  readonly accountId: string;
  /** Unix milliseconds. */
  readonly publishedAt: number;
  readonly kind: MentionKind;
  readonly stream: Stream;
  readonly text: string;
  readonly urls: readonly string[];
  /** Lower case, without '#'. */
  readonly hashtags: readonly string[];
}
