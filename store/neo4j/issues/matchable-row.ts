import type { AskedMention } from '../../issues/decide-membership.js';

/** A row of LOCK_AND_LOAD or LOCK_AND_SCAN: null throughout but for `id` where the mention is not imported. */
export interface LoadedRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string | null;
  readonly stream: string | null;
  readonly platform: string | null;
  readonly publishedAt: number | null;
  readonly regionCode: string | null;
  readonly text: string | null;
  readonly urls: readonly string[] | null;
  readonly hashtags: readonly string[] | null;
  readonly handle: string | null;
  readonly accountNativeId: string | null;
  readonly responses: number;
  readonly memberships: readonly StoredMembership[];
  readonly parentMemberships: readonly number[];
}

export interface StoredMembership {
  readonly membership: number;
  readonly kind: string;
  readonly stream: string;
}

/** An imported mention with what membership needs besides what a query sees. */
export interface MatchableRow extends AskedMention<string> {
  readonly kind: string;
  readonly stream: string;
  /** How many respond to it. */
  readonly responses: number;
  readonly memberships: readonly StoredMembership[];
  readonly parentMemberships: readonly number[];
}

const NOTHING: readonly string[] = [];

/** Null for a placeholder. */
export function matchableRow(row: LoadedRow): MatchableRow | null {
  const { id, parentId, kind, stream, responses, memberships, parentMemberships } = row;
  if (row.publishedAt === null) return null;
  const mention = {
    platform: row.platform!,
    publishedAt: row.publishedAt,
    regionCode: row.regionCode,
    text: row.text ?? '',
    urls: row.urls ?? NOTHING,
    hashtags: row.hashtags ?? NOTHING,
    accountHandle: row.handle,
    accountNativeId: row.accountNativeId ?? '',
  };
  return { id, parentId, kind: kind!, stream: stream!, responses, memberships, parentMemberships, mention };
}
