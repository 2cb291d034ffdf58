import { MENTION_KINDS } from '#domain/mention.js';
import type { Way } from '#domain/spread-walk/spread-edge.js';

const ACCOUNTS = 'json_each(?1) j CROSS JOIN account a INDEXED BY account_by_pseudonym ON a.pseudonym = j.value';
const LISTS = 'json_group_array(o.pseudonym) AS others, json_group_array(e.weight) AS weights';

interface WalkStatements {
  readonly degrees: string;
  readonly edges: string;
  readonly heaviest: string;
}

function walkStatements(table: 'run_amplified_by' | 'run_amplifies'): WalkStatements {
  const toOthers = `CROSS JOIN ${table} e ON e.run_id = ?2 AND e.account_id = a.id CROSS JOIN account o ON o.id = e.other_id`;
  return {
    degrees: `SELECT j.key AS at,
      (SELECT count(*) FROM ${table} e WHERE e.run_id = ?2 AND e.account_id = a.id) AS degree FROM ${ACCOUNTS}`,
    edges: `SELECT a.pseudonym AS account, ${LISTS} FROM ${ACCOUNTS} ${toOthers} GROUP BY j.key`,
    heaviest: `SELECT ?1 AS account, json_group_array(pseudonym) AS others, json_group_array(weight) AS weights FROM (
      SELECT o.pseudonym, e.weight FROM account a ${toOthers} WHERE a.pseudonym = ?1
      AND e.rank >= ?3 AND e.rank < ?4 ORDER BY e.rank)`,
  };
}

/** Along the spread lie those who amplified an account. */
export const WALK_STATEMENTS: Readonly<Record<Way, WalkStatements>> = {
  ALONG: walkStatements('run_amplified_by'),
  AGAINST: walkStatements('run_amplifies'),
};

/** From the side of the amplifiers: a hub has far more of them than accounts that it amplified. */
const AMONG = `FROM ${ACCOUNTS}
  CROSS JOIN run_amplifies e ON e.run_id = ?2 AND e.account_id = a.id CROSS JOIN account o ON o.id = e.other_id
  WHERE o.pseudonym IN (SELECT value FROM json_each(?1))`;

export const EDGES_AMONG = `SELECT o.pseudonym AS "from", a.pseudonym AS "to", e.weight ${AMONG}
  AND (-e.weight, o.pseudonym, a.pseudonym) > (?3, ?4, ?5) ORDER BY -e.weight, o.pseudonym, a.pseudonym LIMIT ?6`;

export const COUNT_EDGES_AMONG = `SELECT count(*) AS count ${AMONG}`;

const AMPLIFYING_FROM = `FROM issue i CROSS JOIN account f CROSS JOIN account t
  CROSS JOIN mention m INDEXED BY mention_by_account ON m.account_id = t.id
  CROSS JOIN mention p ON p.id = m.parent_id AND p.account_id = f.id
  CROSS JOIN issue_mention mi ON mi.issue_id = i.id AND mi.published_at = m.published_at AND mi.mention_id = m.id
  CROSS JOIN issue_mention pi ON pi.issue_id = i.id AND pi.published_at = p.published_at AND pi.mention_id = p.id
  WHERE i.slug = ?1 AND f.pseudonym = ?2 AND t.pseudonym = ?3 AND m.kind <> ${MENTION_KINDS.indexOf('ORIGINAL')}`;

export const AMPLIFYING = `SELECT m.platform_id, m.native_id, p.native_id AS parent_native_id, m.kind, m.published_at
  ${AMPLIFYING_FROM} AND (m.published_at, m.native_id) > (?4, ?5) ORDER BY m.published_at, m.native_id LIMIT ?6`;

export const COUNT_AMPLIFYING = `SELECT count(*) AS count ${AMPLIFYING_FROM}`;
