import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { RankedAccount, RunDocument } from '#domain/run-document.js';
import { type Attribute, momentOf } from './exported-graph.js';
import type { ExportInput } from './gather-export.js';

/** What every format says of an account, in this order. */
export function nodeAttributes(input: ExportInput): Attribute[] {
  const { network, history, groups } = input;
  return [
    ...accountAttributes(input),
    integer('community', 'number of its community in the run, 0 is the largest', network.community),
    ...degrees(network),
    ...places(input),
    ...(history === null ? [] : historyAttributes(history.nodes)),
    ...(groups === null ? [] : [groupMembership(network, groups)]),
  ];
}

function accountAttributes({ accounts: { platform, named } }: ExportInput): Attribute[] {
  const of = (name: string, meaning: string, read: Attribute['of'], type: Attribute['type'] = 'string'): Attribute => ({
    name,
    type,
    meaning,
    of: read,
  });
  return [
    of('platform', 'where the account is', platform),
    of('public', 'an agency declares it, or it is a news outlet: shown by name', (n) => named.has(n), 'boolean'),
    of('newsOutlet', 'it is a news outlet', (node) => named.get(node)?.newsOutlet ?? false, 'boolean'),
    of('agency', 'id of the agency that declares it', (node) => named.get(node)?.agencyId ?? null),
    of('layer', 'layer in which the agency declares it, L0 to L3', (node) => named.get(node)?.layer ?? null),
  ];
}

/** Strengths and degrees, from the stored edges. */
function degrees({ accounts, source, target, weight }: NetworkColumns): Attribute[] {
  const [amplified, amplifiedBy, amplifies, amplifiesAccounts] = Array.from(
    { length: 4 },
    () => new Uint32Array(accounts.length),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  weight.forEach((times, edge) => {
    amplified[source[edge]!]! += times;
    amplifiedBy[source[edge]!]! += 1;
    amplifies[target[edge]!]! += times;
    amplifiesAccounts[target[edge]!]! += 1;
  });
  return [
    integer('amplified', 'how often others reposted, quoted or answered it', amplified),
    integer('amplifiedByAccounts', 'how many accounts did so', amplifiedBy),
    integer('amplifies', 'how often it reposted, quoted or answered others', amplifies),
    integer('amplifiesAccounts', 'how many accounts it did so to', amplifiesAccounts),
  ];
}

/** The heads of the run's lists; accounts below them have no value. */
function places({ document, network }: ExportInput): Attribute[] {
  const { measures } = document;
  const ranked = (name: string, meaning: string, rows: readonly RankedAccount[]): Attribute => {
    const values = new Map(rows.map(({ accountId, value }) => [accountId, value]));
    return { name, type: 'double', meaning, of: (node) => values.get(network.accounts[node]!) ?? null };
  };
  const roles = rolesOf(document);
  const role = 'lists of the run whose head it is in: MOST_AMPLIFIED, MOST_ACTIVE, FIRST_MOVER';
  return [
    { name: 'roles', type: 'string', meaning: role, of: (node) => roles.get(network.accounts[node]!) ?? null },
    ...(measures === undefined
      ? []
      : [
          ranked('pageRank', 'share of the whole PageRank; of the first accounts alone', measures.pageRank),
          ranked(
            'betweenness',
            `betweenness, sampling ${measures.betweenness.sampling}; of the first accounts alone`,
            measures.betweenness.accounts,
          ),
        ]),
  ];
}

function rolesOf({ mostAmplified, mostActive, firstMovers }: RunDocument): Map<string, string> {
  const roles = new Map<string, string>();
  const lists = { MOST_AMPLIFIED: mostAmplified, MOST_ACTIVE: mostActive, FIRST_MOVER: firstMovers };
  for (const [role, accounts] of Object.entries(lists))
    for (const { accountId } of accounts) roles.set(accountId, `${roles.get(accountId) ?? ''} ${role}`.trim());
  return roles;
}

function historyAttributes({ first, last, mentions }: NonNullable<ExportInput['history']>['nodes']): Attribute[] {
  return [
    integer('mentions', 'mentions that it published in the issue', mentions),
    moment('firstAmplification', 'first amplification that it had a part in, either way (UTC)', first),
    moment('lastAmplification', 'last amplification that it had a part in, either way (UTC)', last),
  ];
}

function groupMembership({ accounts }: NetworkColumns, groups: NonNullable<ExportInput['groups']>): Attribute {
  const of = new Map<string, string>();
  for (const { id, members } of groups)
    for (const member of members) of.set(member, `${of.get(member) ?? ''} ${id}`.trim());
  const meaning = 'findings whose co-timed group holds it: co-timing, not intent; their chance rates are in this file';
  return { name: 'coTimedGroups', type: 'string', meaning, of: (node) => of.get(accounts[node]!) ?? null };
}

export function integer(name: string, meaning: string, values: Uint32Array): Attribute {
  return { name, type: 'integer', meaning, of: (item) => values[item]! };
}

export function moment(name: string, meaning: string, times: Float64Array): Attribute {
  return { name, type: 'string', meaning, of: (item) => momentOf(times[item]!) };
}
