import { MENTION } from './mention-lookups.cypher.js';

/** MATCH and WHERE of a selection, and what its rows are ordered and counted by. */
interface Selection {
  readonly rows: string;
  /** Begins the order of the index, where it holds one value: with it named, the index gives the rows in order. */
  readonly prefix: string | null;
  readonly time: string;
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
}

const OF_MENTION = { time: 'm.publishedAt', id: 'm.id', stream: 'm.stream', kind: 'm.kind' };
const OF_MEMBER = { time: 'r.at', id: 'r.mentionId', stream: 'r.stream', kind: 'r.kind' };

// Neo4j takes a composite index only if each of its properties is asked for: hence IS NOT NULL about what never is null.
// A condition on a parameter that is null costs nothing. Platforms never hold ':', so that the id tells the platform
// without a look at the mention.
const TIME = 'm.publishedAt >= $from AND m.publishedAt <= $until AND m.id IS NOT NULL';
const KIND = `($platforms IS NULL OR split(m.id, ':')[0] IN $platforms)
  AND ($kinds IS NULL OR m.kind IN $kinds) AND ($streams IS NULL OR m.stream IN $streams)`;
const REGION = '($regionCode IS NULL OR m.regionCode = $regionCode OR m.province = $regionCode)';
const WORDS = '($phrases IS NULL OR all(phrase IN $phrases WHERE m.words CONTAINS phrase))';
const ACCOUNT = '($accountId IS NULL OR m.accountId = $accountId)';
const AGENCY = '($agencyId IS NULL OR EXISTS { MATCH (a:Account {id: m.accountId}) WHERE a.agencyId = $agencyId })';
const ISSUE = '($membership IS NULL OR EXISTS { (m)-[r:IN_ISSUE]->(:Issue) WHERE r.membership = $membership })';

const BY_ACCOUNT: Selection = {
  rows: `MATCH (m:Mention) WHERE m.accountId = $accountId AND ${TIME}
  AND ${KIND} AND ${REGION} AND ${WORDS} AND ${AGENCY} AND ${ISSUE}`,
  prefix: 'm.accountId',
  ...OF_MENTION,
};
const OF_DECLARED: Selection = {
  rows: `MATCH (m:Mention) WHERE m.accountId = a.id AND ${TIME}
    AND ${KIND} AND ${REGION} AND ${WORDS} AND ${ISSUE}`,
  prefix: 'm.accountId',
  ...OF_MENTION,
};
const BY_ISSUE: Selection = {
  rows: `MATCH (m)-[r:IN_ISSUE]->() WHERE r.membership = $membership AND r.at >= $from AND r.at <= $until
  AND r.mentionId IS NOT NULL AND r.stream IS NOT NULL AND r.kind IS NOT NULL
  AND ($platforms IS NULL OR split(r.mentionId, ':')[0] IN $platforms)
  AND ($kinds IS NULL OR r.kind IN $kinds) AND ($streams IS NULL OR r.stream IN $streams)
  AND ${REGION} AND ${WORDS}`,
  prefix: 'r.membership',
  ...OF_MEMBER,
};
const BY_PROVINCE: Selection = {
  rows: `MATCH (m:Mention) WHERE m.province = $regionCode AND ${TIME} AND ${KIND} AND ${WORDS}`,
  prefix: 'm.province',
  ...OF_MENTION,
};
const BY_REGION: Selection = {
  rows: `MATCH (m:Mention) WHERE m.regionCode = $regionCode AND ${TIME} AND ${KIND} AND ${WORDS}`,
  prefix: 'm.regionCode',
  ...OF_MENTION,
};
const ALL: Selection = {
  rows: `MATCH (m:Mention) WHERE ${TIME} AND m.stream IS NOT NULL AND m.kind IS NOT NULL AND ${KIND} AND ${WORDS}`,
  prefix: null,
  ...OF_MENTION,
};
const BY_TEXT: Selection = {
  rows: `CALL db.index.fulltext.queryNodes('mention_text', $query) YIELD node AS m
WHERE ${TIME} AND ${KIND} AND ${REGION} AND ${WORDS} AND ${ACCOUNT} AND ${AGENCY} AND ${ISSUE}`,
  prefix: null,
  ...OF_MENTION,
};

const WAYS = { NEWEST: { sign: '<', word: ' DESC' }, OLDEST: { sign: '>', word: '' } } as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

// With OR or NOT instead of CASE, the planner makes two seeks of it and sorts the whole range.
const slice = ({ rows, prefix, time, id }: Selection, { sign, word }: Way, result: string) => `${rows}
  AND CASE WHEN ${time} = $time THEN ${id} ${sign} $id ELSE true END
RETURN ${result} ORDER BY ${prefix === null ? '' : `${prefix}${word}, `}${time}${word}, ${id}${word} LIMIT $rows`;

const pages = (selection: Selection) => ({
  NEWEST: slice(selection, WAYS.NEWEST, MENTION),
  OLDEST: slice(selection, WAYS.OLDEST, MENTION),
});

// A page from each account that the agency declares (hundreds), merged.
const DECLARED = 'MATCH (a:Account) WHERE a.agencyId = $agencyId AND a.id IS NOT NULL';
const agencyPage = (way: Way) => `${DECLARED}
CALL (a) {
  ${slice(OF_DECLARED, way, 'm')}
}
RETURN ${MENTION} ORDER BY m.publishedAt${way.word}, m.id${way.word} LIMIT $rows`;

export const MENTION_PAGES = {
  text: pages(BY_TEXT),
  account: pages(BY_ACCOUNT),
  agency: { NEWEST: agencyPage(WAYS.NEWEST), OLDEST: agencyPage(WAYS.OLDEST) },
  issue: pages(BY_ISSUE),
  province: pages(BY_PROVINCE),
  region: pages(BY_REGION),
  all: pages(ALL),
};

/** A membership that is not its issue's own is of a query that no longer counts, or does not yet. */
export const OUTSIDE_ISSUES = slice(
  {
    rows: `MATCH (m:Mention) WHERE ${TIME} AND m.stream IS NOT NULL AND m.kind IS NOT NULL
  AND NOT EXISTS { (m)-[r:IN_ISSUE]->(i:Issue) WHERE r.membership = i.membership }`,
    prefix: null,
    ...OF_MENTION,
  },
  WAYS.OLDEST,
  MENTION,
);

const BY_AGENCY: Selection = {
  rows: `${DECLARED}
CALL (a) {
  ${OF_DECLARED.rows}
  RETURN m
}`,
  prefix: null,
  ...OF_MENTION,
};

const count = ({ rows }: Selection) => `${rows}
RETURN count(*) AS count`;

export const MENTION_COUNTS = {
  text: count(BY_TEXT),
  account: count(BY_ACCOUNT),
  agency: count(BY_AGENCY),
  issue: count(BY_ISSUE),
  province: count(BY_PROVINCE),
  region: count(BY_REGION),
  all: count(ALL),
};

// The remainder of a negative time is negative: twice, so that buckets before 1970 start where others do.
const timeline = ({ rows, time, stream, kind }: Selection) => `${rows}
WITH ${time} - (((${time} - $offsetMs) % $bucketMs + $bucketMs) % $bucketMs) AS start, ${stream} AS stream,
  ${kind} AS kind
RETURN start, stream, kind, count(*) AS count LIMIT $most`;

export const MENTION_TIMELINES = {
  text: timeline(BY_TEXT),
  account: timeline(BY_ACCOUNT),
  agency: timeline(BY_AGENCY),
  issue: timeline(BY_ISSUE),
  province: timeline(BY_PROVINCE),
  region: timeline(BY_REGION),
  all: timeline(ALL),
};
