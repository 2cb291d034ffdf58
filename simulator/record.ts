import type { AccountLayer } from '#domain/account.js';
import type { MentionKind, Stream } from '#domain/mention.js';

/** An account as a line of our NDJSON names it; times are ISO 8601. */
export interface AccountFields {
  readonly id: string;
  readonly handle: string;
  readonly displayName?: string;
  readonly followers?: number;
  readonly createdAt?: string;
  readonly newsOutlet?: boolean;
  readonly agency?: string;
  readonly layer?: AccountLayer;
}

/** One line: graph-jobs/ingest/schemas/jejaring-record.schema.json is the format. */
export type ScenarioRecord = ({ readonly type: 'account'; readonly platform: string } & AccountFields) | MentionLine;

export interface MentionLine {
  readonly type: 'mention';
  readonly platform: string;
  readonly id: string;
  readonly kind: MentionKind;
  readonly stream: Stream;
  readonly account: AccountFields;
  readonly publishedAt: string;
  readonly parent?: string;
  readonly text: string;
  readonly urls?: readonly string[];
  readonly hashtags?: readonly string[];
  readonly media?: readonly string[];
  readonly region?: string;
  readonly language: string;
}

/** Somebody who can publish. */
export interface Author {
  readonly platform: string;
  readonly account: AccountFields;
  readonly followers: number;
  readonly region: string | null;
  /** Which of the audiences of the platform they belong to; none for those with a part to play. */
  readonly audience?: number;
}

/** What a mention says. */
export interface Content {
  readonly text: string;
  readonly urls?: readonly string[];
  readonly hashtags?: readonly string[];
  readonly media?: readonly string[];
}

/** What one section of the scenario has written; parents and times of later mentions come from it. */
export interface Published {
  readonly line: MentionLine;
  readonly author: Author;
  readonly at: number;
}

/** Gives out mention ids in order of writing. */
export class Press {
  #last = 7_100_000_000_000_000;

  publish(
    author: Author,
    at: number,
    content: Content,
    relation: { kind?: MentionKind; parent?: string; stream?: Stream } = {},
  ): Published {
    this.#last += 97;
    const { text, urls, hashtags, media } = content;
    const moment = Math.floor(at / 1000) * 1000;
    const line: MentionLine = {
      type: 'mention',
      platform: author.platform,
      id: String(this.#last),
      kind: relation.kind ?? 'ORIGINAL',
      stream: relation.stream ?? 'SOCIAL',
      account: author.account,
      publishedAt: new Date(moment).toISOString(),
      ...(relation.parent === undefined ? {} : { parent: relation.parent }),
      text,
      ...(urls?.length ? { urls } : {}),
      ...(hashtags?.length ? { hashtags } : {}),
      ...(media?.length ? { media } : {}),
      ...(author.region === null ? {} : { region: author.region }),
      language: 'id',
    };
    return { line, author, at: moment };
  }
}
