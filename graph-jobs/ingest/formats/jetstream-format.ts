import type { IngestRecord } from '#domain/ingest-record.js';
import { readJsonValues } from '../read/json-values.js';
import { checked } from './checked-value.js';
import { FieldFault } from './field-fault.js';
import { requiredId } from './field-rules.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { blueskyPost, blueskyRepost, type JetstreamCommit, jetstreamEvent } from './jetstream-event.js';
import { languageOf } from './language-names.js';
import { type MentionDraft, recordOf } from './mention-draft.js';
import { type ParsedRow, rejectedRow } from './parsed-row.js';
import { byFields } from './recognise.js';

const PLATFORM = 'bluesky';
const POST = 'app.bsky.feed.post';
const REPOST = 'app.bsky.feed.repost';

/** Events of Bluesky's Jetstream: posts and reposts, what was deleted of them, and the handles of accounts. */
export const JETSTREAM: Format = {
  recognise: byFields(
    ['did', 'time_us', 'kind=commit'],
    ['did', 'time_us', 'kind=identity'],
    ['did', 'time_us', 'kind=account'],
  ),
  async *read(source, options) {
    for await (const rows of readJsonValues(source))
      yield rows.flatMap((row): ParsedRow[] => {
        if (row.fault !== undefined) return [row];
        const { line, value } = row;
        try {
          const record = recordOfEvent(value, options);
          // A consumer that goes on after a break is sent the last events again.
          return record === null ? [] : [{ row: { line, record, repeatable: true }, raw: value }];
        } catch (error) {
          return [rejectedRow(line, value, error)];
        }
      });
  },
};

/** Null for an event that tells of neither a mention nor an account. */
function recordOfEvent(value: unknown, options: FormatOptions): IngestRecord | null {
  const { did, time_us, kind, commit, identity, account } = checked(jetstreamEvent, value);
  if (kind === 'identity') {
    if (identity?.handle === undefined) return null;
    return { type: 'account', account: { platform: PLATFORM, nativeId: did, handle: identity.handle } };
  }
  if (kind === 'account') {
    if (account?.active === false) options.notes?.passOver(`accounts ${account.status ?? 'inactive'} upstream`);
    return null;
  }
  if (commit === undefined) throw new FieldFault('commit', 'is missing');
  if (commit.collection !== POST && commit.collection !== REPOST) {
    options.notes?.passOver(commit.collection);
    return null;
  }
  const nativeId = requiredId('commit.rkey', addressOf(did, commit));
  if (commit.operation === 'delete') return { type: 'deletion', deletion: { platform: PLATFORM, nativeId } };
  const draft = commit.collection === POST ? postOf(commit) : repostOf(commit);
  return recordOf(
    {
      ...draft,
      platform: PLATFORM,
      id: nativeId,
      stream: options.stream ?? 'SOCIAL',
      account: { id: did },
      publishedAt: momentOf(draft.createdAt, Number(time_us) / 1000),
    },
    options.now,
  );
}

function addressOf(did: string, { collection, rkey }: JetstreamCommit): string {
  return `at://${did}/${collection}/${rkey}`;
}

/** The app that posts says when; the relay, that it was no later than it came in. */
function momentOf(createdAt: string, seen: number): number {
  const said = Date.parse(createdAt);
  return Math.trunc(Number.isNaN(said) ? seen : Math.min(said, seen));
}

type Said = Pick<MentionDraft, 'kind' | 'text' | 'parent' | 'urls' | 'hashtags' | 'language'> & { createdAt: string };

function repostOf({ record }: JetstreamCommit): Said {
  const { subject, createdAt } = checked(blueskyRepost, record);
  return { kind: 'REPOST', text: '', parent: subject.uri, createdAt };
}

/** Of a post that quotes and answers, the quote counts, as with pages of the X API. */
function postOf({ record }: JetstreamCommit): Said {
  const { text, createdAt, langs = [], facets = [], tags = [], reply, embed } = checked(blueskyPost, record);
  const quoted = embed?.record?.uri ?? embed?.record?.record?.uri;
  const isQuote = quoted?.includes(`/${POST}/`) === true;
  const features = facets.flatMap((facet) => facet.features ?? []);
  const links = [...features.map(({ uri }) => uri), embed?.external?.uri];
  return {
    kind: isQuote ? 'QUOTE' : reply === undefined ? 'ORIGINAL' : 'REPLY',
    parent: isQuote ? quoted : reply?.parent.uri,
    text,
    urls: links.filter((link) => link !== undefined && /^https?:/i.test(link)) as string[],
    hashtags: [...features.flatMap(({ tag }) => tag ?? []), ...tags],
    language: languageOf(langs[0] ?? ''),
    createdAt,
  };
}
