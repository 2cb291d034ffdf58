import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { Communities } from '#domain/network-measures.js';
import { provinceOf } from '#domain/region.js';
import type { SharedMark } from '#domain/run-document.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { outletOf } from './outlet-of.js';

/** One account is no community, and what a handful of hundreds did is no mark of it. */
const LEAST_ACCOUNTS = 2;
const LEAST_SHARE = 0.1;

/** Which accounts carried which object; pairs may repeat. */
interface CarriedObjects {
  readonly kind: SharedMark['kind'];
  readonly names: readonly string[];
  readonly account: Uint32Array;
  readonly object: Uint32Array;
}

/**
 * By what the accounts of each of the first communities differ most from all others of the network: of each kind the object
 * whose share among its accounts exceeds that among the others most. Accounts are counted, not mentions: one that posts a
 * hashtag a thousand times is one.
 */
export function sharedMarks(
  columns: MentionColumns,
  network: SpreadNetwork,
  communities: Communities,
  shown: number,
): SharedMark[][] {
  const ofAccount = new Uint32Array(columns.accounts.length).fill(NO_ROW);
  network.account.forEach((code, node) => {
    ofAccount[code] = communities.community[node]!;
  });
  const accounts = new Uint32Array(communities.count);
  for (const number of communities.community) accounts[number]! += 1;
  const marks = Array.from({ length: shown }, (): SharedMark[] => []);
  for (const carried of [hashtags(columns), provinces(columns), outlets(columns)]) {
    const { inside, all } = carriers(carried, ofAccount, shown);
    inside.forEach((counts, number) => {
      const mark = mostTelling(carried, counts, all, { members: accounts[number]!, everyone: network.nodes });
      if (mark !== null) marks[number]!.push(mark);
    });
  }
  return marks;
}

/** How many accounts carried each object, in each of the first communities and in the whole network. */
function carriers({ names, account, object }: CarriedObjects, ofAccount: Uint32Array, shown: number) {
  const pairs = Float64Array.from(object, (code, i) => account[i]! * names.length + code).sort();
  const all = new Uint32Array(names.length);
  const inside = Array.from({ length: shown }, () => new Map<number, number>());
  for (let i = 0; i < pairs.length; i += 1) {
    if (i > 0 && pairs[i] === pairs[i - 1]) continue;
    const community = ofAccount[Math.floor(pairs[i]! / names.length)]!;
    if (community === NO_ROW) continue;
    const code = pairs[i]! % names.length;
    all[code]! += 1;
    const counts = inside[community];
    counts?.set(code, (counts.get(code) ?? 0) + 1);
  }
  return { inside, all };
}

function mostTelling(
  { kind, names }: CarriedObjects,
  counts: ReadonlyMap<number, number>,
  all: Uint32Array,
  { members, everyone }: { readonly members: number; readonly everyone: number },
): SharedMark | null {
  const others = everyone - members;
  let [best, most] = [null as SharedMark | null, 0];
  for (const [code, accounts] of counts) {
    if (accounts < LEAST_ACCOUNTS || accounts < LEAST_SHARE * members) continue;
    const elsewhere = all[code]! - accounts;
    const lead = accounts / members - (others === 0 ? 0 : elsewhere / others);
    const name = names[code]!;
    if (lead < most || lead === 0 || (lead === most && best !== null && best.name < name)) continue;
    best = { kind, name, accounts, members, elsewhere, others };
    most = lead;
  }
  return best;
}

function hashtags({ hashtags: tags, account }: MentionColumns): CarriedObjects {
  return {
    kind: 'HASHTAG',
    names: tags.values,
    account: tags.mention.map((row) => account[row]!),
    object: tags.object,
  };
}

function provinces({ region, regions, account }: MentionColumns): CarriedObjects {
  const { names, codes } = renamed(regions, provinceOf);
  const rows = Uint32Array.from(region.keys()).filter((row) => region[row] !== NO_ROW);
  return {
    kind: 'PROVINCE',
    names,
    account: rows.map((row) => account[row]!),
    object: rows.map((row) => codes[region[row]!]!),
  };
}

function outlets({ links, account }: MentionColumns): CarriedObjects {
  const { names, codes } = renamed(links.values, outletOf);
  const told = Uint32Array.from(links.object.keys()).filter((i) => names[codes[links.object[i]!]!] !== '');
  return {
    kind: 'OUTLET',
    names,
    account: told.map((i) => account[links.mention[i]!]!),
    object: told.map((i) => codes[links.object[i]!]!),
  };
}

/** A dictionary under coarser names: the code of the new name for each old one. */
function renamed(values: readonly string[], rename: (value: string) => string) {
  const codes = new Map<string, number>();
  const code = Uint32Array.from(values, (value) => {
    const name = rename(value);
    if (!codes.has(name)) codes.set(name, codes.size);
    return codes.get(name)!;
  });
  return { names: [...codes.keys()], codes: code };
}
