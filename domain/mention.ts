/** How a mention relates to its parent. A REPOST carries its parent's content; a QUOTE and a REPLY add their own. */
export const MENTION_KINDS = ['ORIGINAL', 'REPOST', 'REPLY', 'QUOTE'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** News and social streams are kept apart in every count. */
export const STREAMS = ['SOCIAL', 'NEWS'] as const;
export type Stream = (typeof STREAMS)[number];

/** One post, article or comment about something. */
export interface Mention {
  /** `<platform>:<native id>`, see mentionId(). */
  readonly id: string;
  readonly platform: string;
  readonly nativeId: string;
  readonly kind: MentionKind;
  readonly stream: Stream;
  /** Account.id, a keyed pseudonym. */
  readonly accountId: string;
  /** Unix milliseconds, UTC. */
  readonly publishedAt: number;
  /** The mention that this one reposts, answers or quotes; it may not have been imported (yet). */
  readonly parentId: string | null;
  readonly text: string;
  readonly urls: readonly string[];
  /** Lower case, without '#'. */
  readonly hashtags: readonly string[];
  readonly mediaHashes: readonly string[];
  /** Kemendagri code of a province (`31`) or of a regency or city (`31.71`). */
  readonly regionCode: string | null;
  /** BCP 47, as the source gave it. */
  readonly language: string | null;
}

/** The mention's id everywhere outside a store. Platforms never hold ':', so that the first one separates. */
export function mentionId(platform: string, nativeId: string): string {
  return `${platform}:${nativeId}`;
}
