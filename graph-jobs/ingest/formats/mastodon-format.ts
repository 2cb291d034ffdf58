import { readJsonValues } from '../read/json-values.js';
import type { SourceFile } from '../read/source-file.js';
import { checked } from './checked-value.js';
import type { Format } from './format.js';
import type { FormatOptions } from './format-options.js';
import { readHtml } from './html-text.js';
import { languageOf } from './language-names.js';
import { type MastodonStatus, mastodonStatus } from './mastodon-status.js';
import { recordOf } from './mention-draft.js';
import { type ParsedRow, rejectedRow } from './parsed-row.js';
import { byFields } from './recognise.js';

/** Statuses whose addresses are kept to find parents by: some hundred bytes each. */
const MOST_ADDRESSES = 500_000;

type Addresses = ReadonlyMap<string, string>;

/**
 * Statuses as a server's API answers them. A status goes by its URI, the same on every server; what it answers is named by
 * the number that the answering server gives it, and found when the file holds that status too. So the file is read twice.
 */
export const MASTODON: Format = {
  recognise: byFields(['uri', 'account.acct', 'content', 'visibility'], ['statuses[].uri', 'statuses[].account.acct']),
  async *read(source, options) {
    const addresses = await addressesOf(source);
    for await (const rows of readJsonValues(source))
      yield rows.flatMap((row): ParsedRow[] => {
        if (row.fault !== undefined) return [row];
        return statusesIn(row.value).flatMap(([place, status]) => rowsOf(row.line, place, status, addresses, options));
      });
  },
};

async function addressesOf(source: SourceFile): Promise<Addresses> {
  const addresses = new Map<string, string>();
  for await (const rows of readJsonValues(source))
    for (const row of rows) {
      if (row.fault !== undefined) continue;
      for (const [, status] of statusesIn(row.value)) {
        const { reblog } = (status ?? {}) as { reblog?: unknown };
        for (const one of [status, reblog]) {
          const { id, uri } = (one ?? {}) as { id?: unknown; uri?: unknown };
          if (typeof id === 'string' && typeof uri === 'string' && addresses.size < MOST_ADDRESSES)
            addresses.set(id, uri);
        }
      }
    }
  // The second reading says what is wrong with the file.
  source.damage = null;
  return addresses;
}

/** A status, a list of them, or the answer to a search. */
function statusesIn(value: unknown): [place: string, status: unknown][] {
  const { statuses } = (value ?? {}) as { statuses?: unknown };
  const list = Array.isArray(value) ? value : Array.isArray(statuses) ? statuses : null;
  if (list === null) return [['', value]];
  return list.map((status, i) => [Array.isArray(value) ? `${i}` : `statuses.${i}`, status]);
}

/** The row of a status, and that of what it boosts. */
function rowsOf(
  line: number,
  place: string,
  value: unknown,
  addresses: Addresses,
  options: FormatOptions,
): ParsedRow[] {
  const prefix = place === '' ? '' : `${place}.`;
  const whole = place === '' ? {} : { place };
  try {
    const status = checked(mastodonStatus, value);
    const row: ParsedRow = { row: { line, ...whole, record: recordOfStatus(status, addresses, options) }, raw: value };
    if (status.reblog === null || status.reblog === undefined) return [row];
    const inner = `${prefix}reblog`;
    try {
      const record = recordOfStatus(checked(mastodonStatus, status.reblog), addresses, options);
      return [row, { row: { line, place: inner, record, included: true }, raw: status.reblog }];
    } catch (error) {
      return [row, rejectedRow(line, status.reblog, error, `${inner}.`)];
    }
  } catch (error) {
    return [rejectedRow(line, value, error, prefix)];
  }
}

function recordOfStatus(status: MastodonStatus, addresses: Addresses, { now, stream, platform }: FormatOptions) {
  const { account, reblog, tags = [], card } = status;
  const isBoost = reblog !== null && reblog !== undefined;
  const { text, links } = readHtml(isBoost ? '' : status.content);
  const urls = card?.url === undefined ? links : [...links, card.url];
  return recordOf(
    {
      platform: platform ?? 'mastodon',
      id: status.uri,
      ...parentOf(status, addresses),
      stream: stream ?? 'SOCIAL',
      account: {
        id: account.uri ?? account.url,
        handle: account.acct,
        displayName: account.display_name ?? '',
        // A server that does not know says -1.
        followers:
          account.followers_count === undefined || account.followers_count < 0 ? undefined : account.followers_count,
        createdAt: account.created_at === undefined ? undefined : Date.parse(account.created_at),
      },
      publishedAt: Date.parse(status.created_at),
      text,
      urls: isBoost ? [] : urls,
      hashtags: isBoost ? [] : tags.map(({ name }) => name),
      language: languageOf(status.language ?? ''),
    },
    now,
  );
}

function parentOf({ reblog, quote, in_reply_to_id }: MastodonStatus, addresses: Addresses) {
  if (reblog !== null && reblog !== undefined)
    return { kind: 'REPOST', parent: (reblog as { uri?: string }).uri ?? '' } as const;
  const quoted = quote?.quoted_status?.uri;
  if (quoted !== undefined) return { kind: 'QUOTE', parent: quoted } as const;
  if (in_reply_to_id === null || in_reply_to_id === undefined) return { kind: 'ORIGINAL' } as const;
  return { kind: 'REPLY', parent: addresses.get(in_reply_to_id) ?? '' } as const;
}
