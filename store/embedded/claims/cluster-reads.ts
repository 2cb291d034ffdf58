import type { MatchMethod, MatchState } from '#domain/claim-match.js';
import type { CarriedMention, ClusterKey, IssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import { MENTION_KINDS, mentionId } from '#domain/mention.js';
import type { Page, PageRequest } from '#domain/paging.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import type { HeavyReads } from '../heavy-reads.js';
import type { Platforms } from '../platforms.js';

interface CarriedRow {
  readonly platform_id: number;
  readonly native_id: string;
  readonly account: string;
  readonly published_at: number;
  readonly kind: number;
  readonly parent_native_id: string | null;
  readonly declared: number;
  readonly state: string | null;
  readonly method: string;
  readonly score: number;
  readonly decided_by: string | null;
}

/** A mention by the id that it has outside a store. */
const byId = (row: string, id: string) => `${row}.platform_id =
    (SELECT id FROM platform WHERE name = substr(${id}, 1, instr(${id}, ':') - 1))
  AND ${row}.native_id = substr(${id}, instr(${id}, ':') + 1)`;
const inIssue = (row: string) => `${row}.published_at IS NOT NULL AND EXISTS (SELECT 1 FROM issue_mention i
  WHERE i.issue_id = (SELECT id FROM issue WHERE slug = ?1) AND i.published_at = ${row}.published_at AND i.mention_id = ${row}.id)`;
const IN_ISSUE = inIssue('m');
const COLUMNS = `SELECT m.platform_id, m.native_id, a.pseudonym AS account, m.published_at, m.kind,
  p.native_id AS parent_native_id, a.agency_id IS NOT NULL AS declared, n.state, n.method, n.score,
  (SELECT d.decided_by FROM claim_decision d WHERE d.claim = n.claim AND d.mention = n.mention AND d.verdict = n.state
    ORDER BY d.number DESC LIMIT 1) AS decided_by`;

const CLAIMS_OF_ISSUE = `SELECT n.claim AS claimId, sum(n.state = 'CONFIRMED') AS confirmed, sum(n.state = 'DENIES') AS denying,
    sum(n.state = 'CANDIDATE') AS candidates, sum(n.state = 'REJECTED') AS rejected
  FROM claim_match n CROSS JOIN mention m ON ${byId('m', 'n.mention')}
  WHERE n.claim > ?2 AND ${IN_ISSUE} GROUP BY n.claim ORDER BY n.claim LIMIT ?3`;
const MATCHED = `${COLUMNS} FROM claim_match n CROSS JOIN mention m ON ${byId('m', 'n.mention')}
  CROSS JOIN account a ON a.id = m.account_id LEFT JOIN mention p ON p.id = m.parent_id
  WHERE n.claim = ?2 AND ${IN_ISSUE} ORDER BY n.score DESC, n.mention LIMIT ?3`;
const RESPONSES = `${COLUMNS} FROM json_each(?4) j CROSS JOIN mention p ON ${byId('p', 'j.value')}
  CROSS JOIN mention m INDEXED BY mention_by_parent ON m.parent_id = p.id
  CROSS JOIN platform f ON f.id = m.platform_id CROSS JOIN account a ON a.id = m.account_id
  LEFT JOIN claim_match n ON n.claim = ?2 AND n.mention = f.name || ':' || m.native_id
  WHERE ${IN_ISSUE} ORDER BY f.name || ':' || m.native_id LIMIT ?3`;

const FROM_OUTSIDE = `SELECT count(*) AS count FROM claim_match n CROSS JOIN mention p ON ${byId('p', 'n.mention')}
  CROSS JOIN mention m INDEXED BY mention_by_parent ON m.parent_id = p.id CROSS JOIN platform f ON f.id = m.platform_id
  WHERE n.claim = ?2 AND n.state <> 'REJECTED' AND m.kind = ?3 AND ${IN_ISSUE} AND NOT (${inIssue('p')})
    AND NOT EXISTS (SELECT 1 FROM claim_match o WHERE o.claim = n.claim AND o.mention = f.name || ':' || m.native_id)`;

/** What carried claims within issues. Read like counts: a claim may have very many mentions. */
export class ClusterReads {
  readonly #heavy: HeavyReads;
  readonly #platforms: Platforms;

  constructor(heavy: HeavyReads, platforms: Platforms) {
    this.#heavy = heavy;
    this.#platforms = platforms;
  }

  async claimsOfIssue(issueId: string, request: PageRequest): Promise<Page<IssueClaim>> {
    const list = `claims of issue ${issueId}`;
    const after = keysetAfter(list, ['string'], request)?.[0] ?? '';
    const rows = await this.#heavy.all<IssueClaim>(CLAIMS_OF_ISSUE, issueId, after, request.first + 1);
    return keysetPage(
      list,
      request,
      rows,
      (row) => ({ ...row }),
      ({ claimId }) => [claimId],
    );
  }

  async matched({ claimId, issueId }: ClusterKey, most: number): Promise<CarriedMention[]> {
    const rows = await this.#heavy.all<CarriedRow>(MATCHED, issueId, claimId, most);
    return rows.map((row) => this.#read(row));
  }

  async responses({ claimId, issueId }: ClusterKey, parentIds: readonly string[], most: number) {
    const rows = await this.#heavy.all<CarriedRow>(RESPONSES, issueId, claimId, most, JSON.stringify(parentIds));
    return rows.map((row) => this.#read(row));
  }

  async repostsFromOutside({ claimId, issueId }: ClusterKey): Promise<number> {
    const repost = MENTION_KINDS.indexOf('REPOST');
    const [row] = await this.#heavy.all<{ count: number }>(FROM_OUTSIDE, issueId, claimId, repost);
    return row!.count;
  }

  #read(row: CarriedRow): CarriedMention {
    const platform = this.#platforms.name(row.platform_id);
    const { state, method, score, decided_by: decidedBy } = row;
    return {
      mentionId: mentionId(platform, row.native_id),
      accountId: row.account,
      publishedAt: row.published_at,
      kind: MENTION_KINDS[row.kind]!,
      parentId: row.parent_native_id === null ? null : mentionId(platform, row.parent_native_id),
      declared: row.declared === 1,
      match: state === null ? null : { state: state as MatchState, method: method as MatchMethod, score, decidedBy },
    };
  }
}
