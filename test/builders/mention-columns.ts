import { MENTION_KINDS, type MentionKind, STREAMS, type Stream } from '#domain/mention.js';
import type { ColumnAccount, MentionColumns, ObjectColumns, TextColumn } from '#domain/mention-columns.js';
import { NO_ROW } from '#domain/mention-columns.js';
import { PackedDictionary } from '#domain/packed-dictionary.js';
import { PackedStrings } from '#domain/packed-strings.js';
import { type Abstention, NO_TEXT, type Sentiment, sentimentCode } from '#domain/sentiment.js';

/** A mention in few words; what is left out has the plainest value. Ids are `<platform>:<id>`. */
export interface MentionSketch {
  readonly id: string;
  readonly account: string;
  /** Seconds. */
  readonly at: number;
  readonly kind?: MentionKind;
  /** Id of the parent, of the same platform. */
  readonly parent?: string;
  readonly stream?: Stream;
  readonly platform?: string;
  readonly region?: string;
  readonly hashtags?: readonly string[];
  readonly links?: readonly string[];
  readonly media?: readonly string[];
  readonly text?: string;
  /** What the text says; none where it has no text of its own. */
  readonly sentiment?: Sentiment | Abstention;
}

/** Columns as a store makes them: rows by (time, id), codes by first appearance, whatever the order of the sketches. */
export function mentionColumns(
  sketches: readonly MentionSketch[],
  details: Readonly<Record<string, Partial<ColumnAccount>>> = {},
): MentionColumns {
  const idOf = ({ platform = 'x' }: MentionSketch, id: string) => `${platform}:${id}`;
  const rows = sketches
    .map((sketch) => ({ ...sketch, fullId: idOf(sketch, sketch.id) }))
    .sort((one, other) => one.at - other.at || (one.fullId < other.fullId ? -1 : 1));
  const rowOf = new Map(rows.map(({ fullId }, row) => [fullId, row]));
  const accounts = dictionary();
  const parents = dictionary();
  const regions = dictionary();
  const platforms = dictionary();
  const parentIds = rows.map((row) => (row.parent === undefined ? null : idOf(row, row.parent)));
  return {
    length: rows.length,
    publishedAt: Float64Array.from(rows, ({ at }) => at * 1000),
    kind: Uint8Array.from(rows, ({ kind, parent }) =>
      MENTION_KINDS.indexOf(kind ?? (parent === undefined ? 'ORIGINAL' : 'REPOST')),
    ),
    stream: Uint8Array.from(rows, ({ stream = 'SOCIAL' }) => STREAMS.indexOf(stream)),
    account: Uint32Array.from(rows, ({ account }) => accounts.code(account)),
    parent: Uint32Array.from(parentIds, (id) => (id === null ? NO_ROW : (rowOf.get(id) ?? NO_ROW))),
    namedParent: Uint32Array.from(parentIds, (id) => (id === null ? NO_ROW : parents.code(id))),
    region: Uint32Array.from(rows, ({ region }) => (region === undefined ? NO_ROW : regions.code(region))),
    platform: Uint8Array.from(rows, ({ platform = 'x' }) => platforms.code(platform)),
    ids: PackedStrings.from(rows.map(({ fullId }) => fullId)),
    accounts: accounts.values.map((id) => ({
      ...{ id, followers: null, newsOutlet: false, agencyId: null, layer: null },
      ...details[id],
    })),
    parents: PackedStrings.from(parents.values),
    regions: regions.values,
    platforms: platforms.values,
    hashtags: objects(rows.map(({ hashtags = [] }) => hashtags)),
    links: objects(rows.map(({ links = [] }) => links)),
    media: objects(rows.map(({ media = [] }) => media)),
    texts: rows.every(({ text }) => text === undefined) ? null : textColumn(rows),
    sentiment: rows.every(({ sentiment }) => sentiment === undefined)
      ? null
      : Uint8Array.from(rows, ({ sentiment }) => (sentiment === undefined ? NO_TEXT : sentimentCode(sentiment))),
  };
}

function textColumn(rows: readonly MentionSketch[]): TextColumn {
  const values = new PackedDictionary();
  const text = Uint32Array.from(rows, ({ text: said = '', kind, parent }) => {
    const repost = (kind ?? (parent === undefined ? 'ORIGINAL' : 'REPOST')) === 'REPOST';
    return said === '' || repost ? NO_ROW : values.codeOf(said);
  });
  return { text, values };
}

function dictionary() {
  const codes = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    code(value: string): number {
      const known = codes.get(value);
      if (known !== undefined) return known;
      codes.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

function objects(byRow: readonly (readonly string[])[]): ObjectColumns {
  const values = dictionary();
  const pairs = byRow.flatMap((carried, row) => carried.map((value) => [row, values.code(value)] as const));
  return {
    length: pairs.length,
    mention: Uint32Array.from(pairs, ([row]) => row),
    object: Uint32Array.from(pairs, ([, code]) => code),
    values: values.values,
  };
}
