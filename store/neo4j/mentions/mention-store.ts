import type { CursorKey } from '#domain/cursor.js';
import { MENTION_KINDS, type Mention, STREAMS } from '#domain/mention.js';
import type { Page, PageRequest } from '#domain/paging.js';
import type { MentionFilter, MentionOrder, MentionStore } from '#domain/ports/mention-store.js';
import type { TimelineBucket } from '#domain/run-document.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import { checkBuckets, MOST_TIMELINE_ROWS, type TimelineRow, timelineBuckets } from '../../timeline-buckets.js';
import { COUNT_TIMEOUT, type Cypher, LOOKUP_TIMEOUT, type Neo4jConnection } from '../connection.js';
import type { Parameters } from '../parameters.js';
import { COUNT_ALL_MENTIONS, COUNT_TEXT_HITS, GET_MENTIONS, ISSUE_MEMBERSHIP } from './mention-lookups.cypher.js';
import {
  type FilterParameters,
  type FoundNames,
  filterParameters,
  startOf,
  wholeStartOf,
} from './mention-selection.js';
import { MENTION_COUNTS, MENTION_PAGES, MENTION_TIMELINES, OUTSIDE_ISSUES } from './mention-selections.cypher.js';
import { textSearch } from './search-words.js';

/** Up to this many matches, sorting them all is quicker than walking through time until a page is full. */
const RARE_TEXT = 20_000;

/** As Neo4j has it: lists that are empty are absent. */
interface MentionRow {
  readonly mention: Omit<Mention, 'urls' | 'hashtags' | 'mediaHashes'> & {
    readonly urls: readonly string[] | null;
    readonly hashtags: readonly string[] | null;
    readonly mediaHashes: readonly string[] | null;
  };
}

export class Neo4jMentionStore implements MentionStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async get(ids: readonly string[]): Promise<readonly (Mention | null)[]> {
    const rows = await this.#connection.read<MentionRow>(GET_MENTIONS, { ids });
    return inOrderOf(ids, rows, ({ mention }) => mention.id, readMention);
  }

  async page(filter: MentionFilter, order: MentionOrder, request: PageRequest): Promise<Page<Mention>> {
    const list = `mentions ${order}`;
    const after = keysetAfter(list, ['number', 'string'], request);
    const rows = await this.#selected<MentionRow>(filter, LOOKUP_TIMEOUT, (cypher, names) => {
      const start = startOf(filter, names.text);
      const values = filterParameters(filter, names, start);
      return cypher.run(MENTION_PAGES[start][order], { ...seek(values, order, after), rows: request.first + 1 });
    });
    return keysetPage(list, request, rows, readMention, ({ mention }) => [mention.publishedAt, mention.id]);
  }

  async outsideIssues(from: number, to: number, request: PageRequest): Promise<Page<Mention>> {
    const list = 'mentions outside issues';
    const [time, id] = (keysetAfter(list, ['number', 'string'], request) ?? [null, null]) as
      | [number, string]
      | [null, null];
    const values = { from: time ?? from, until: Math.ceil(to) - 1, time, id, rows: request.first + 1 };
    const rows = await this.#connection.read<MentionRow>(OUTSIDE_ISSUES, values, COUNT_TIMEOUT);
    return keysetPage(list, request, rows, readMention, ({ mention }) => [mention.publishedAt, mention.id]);
  }

  async count(filter: MentionFilter): Promise<number> {
    const isAll = Object.values(filter).every((condition) => condition === undefined);
    const [row] = isAll
      ? await this.#connection.read<{ count: number }>(COUNT_ALL_MENTIONS)
      : await this.#whole<{ count: number }>(filter, MENTION_COUNTS, {});
    return row?.count ?? 0;
  }

  async timeline(filter: MentionFilter, bucketMs: number, offsetMs: number): Promise<readonly TimelineBucket[]> {
    checkBuckets(bucketMs, offsetMs);
    const rows = await this.#whole<TimelineRow>(filter, MENTION_TIMELINES, {
      bucketMs,
      offsetMs,
      most: MOST_TIMELINE_ROWS,
    });
    return timelineBuckets(rows.sort(byTimeStreamAndKind), bucketMs);
  }

  /** All that match, from the start that is best for all of them. */
  #whole<Row>(
    filter: MentionFilter,
    statements: Readonly<Record<keyof typeof MENTION_PAGES, string>>,
    more: Parameters,
  ): Promise<Row[]> {
    return this.#selected<Row>(filter, COUNT_TIMEOUT, (cypher, names) => {
      const start = wholeStartOf(filter, names.text);
      return cypher.run(statements[start], { ...filterParameters(filter, names, start), ...more });
    });
  }

  /**
   * Rows of a filter whose names have been looked up; none for an issue that the store does not know. A change of the
   * issue's query makes another set of mentions count and removes the old one: what was read of that is read again.
   */
  #selected<Row>(
    filter: MentionFilter,
    timeout: number,
    read: (cypher: Cypher, names: FoundNames) => Promise<Row[]>,
  ): Promise<Row[]> {
    const search = filter.text === undefined ? null : textSearch(filter.text);
    return this.#connection.readAll(async (cypher) => {
      const hits = search === null ? 0 : await countHits(cypher, search.query);
      const text = search === null ? null : { ...search, isRare: hits <= RARE_TEXT };
      const { issueId } = filter;
      if (issueId === undefined) return read(cypher, { membership: null, text });
      for (let membership = await findMembership(cypher, issueId); ; ) {
        if (membership === null) return [];
        // Sent together, answered one after the other.
        const [rows, now] = await Promise.all([read(cypher, { membership, text }), findMembership(cypher, issueId)]);
        if (now === membership) return rows;
        membership = now;
      }
    }, timeout);
  }
}

/** Up to the cursor's time, or from it on, so that the index is entered there; its id decides among equal times. */
function seek(values: FilterParameters, order: MentionOrder, after: CursorKey | null): Parameters {
  if (after === null) return { ...values, time: null, id: null };
  const [time, id] = after as [number, string];
  return order === 'NEWEST'
    ? { ...values, until: Math.min(values.until, time), time, id }
    : { ...values, from: Math.max(values.from, time), time, id };
}

async function countHits(cypher: Cypher, query: string): Promise<number> {
  const [row] = await cypher.run<{ hits: number }>(COUNT_TEXT_HITS, { query, most: RARE_TEXT });
  return row!.hits;
}

async function findMembership(cypher: Cypher, issueId: string): Promise<number | null> {
  const [row] = await cypher.run<{ membership: number }>(ISSUE_MEMBERSHIP, { issueId });
  return row?.membership ?? null;
}

function readMention({ mention }: MentionRow): Mention {
  const { urls, hashtags, mediaHashes } = mention;
  return { ...mention, urls: urls ?? [], hashtags: hashtags ?? [], mediaHashes: mediaHashes ?? [] };
}

function byTimeStreamAndKind(a: TimelineRow, b: TimelineRow): number {
  return (
    a.start - b.start ||
    STREAMS.indexOf(a.stream) - STREAMS.indexOf(b.stream) ||
    MENTION_KINDS.indexOf(a.kind) - MENTION_KINDS.indexOf(b.kind)
  );
}
