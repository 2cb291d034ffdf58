import type { Agency } from '#domain/agency.js';
import type { AccountRecord, MentionRecord } from '#domain/ingest-record.js';
import type { NewIssue } from '#domain/issue.js';
import type { MentionKind } from '#domain/mention.js';
import type { Store } from '#domain/ports/store.js';
import type { Region } from '#domain/region.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord } from '../builders/records.js';

/*
 * Two issues, a flood and a power cut, small enough to work every answer out by hand from the table below, with what
 * could lead a walk astray: an account that answers itself from elsewhere, a parent outside the issue, a shorter path in
 * the other issue, one account that amplified two of a layer, hashtags on either side of midnight in Jakarta.
 */

const REGIONS: readonly Region[] = [
  { code: '31', name: 'DKI Jakarta', kind: 'PROVINCE', parentCode: null },
  { code: '32', name: 'Jawa Barat', kind: 'PROVINCE', parentCode: null },
];
const agency = (id: string, regionCode: string): Agency => ({
  ...{ id, name: id, shortName: null, kind: 'PROVINCE', regionCode, parentId: null },
});
const issue = (id: string): NewIssue => ({ id, title: id, query: id, ownerAgencyId: null, sharedWith: [] });

const DECLARED: Readonly<Record<string, Partial<AccountRecord>>> = {
  humas: { agencyId: 'dki', layer: 'L0' },
  duta: { agencyId: 'dki', layer: 'L1' },
  sepi: { agencyId: 'dki', layer: 'L2' },
  staf1: { agencyId: 'dki', layer: 'L3' },
  staf2: { agencyId: 'dki', layer: 'L3' },
  radio: { agencyId: 'jabar', layer: 'L0' },
};

type Carried = Partial<Pick<MentionRecord, 'hashtags' | 'urls'>>;

function post(id: string, minute: number, account: string, regionCode: string | null, text: string, carried?: Carried) {
  return mentionRecord(id, {
    account: accountRecord(account, DECLARED[account]),
    minute,
    regionCode,
    text,
    ...carried,
  });
}

/** To a parent, as `REPLY m01`. */
function answer(
  id: string,
  minute: number,
  account: string,
  regionCode: string | null,
  to: string,
  text = '',
  carried?: Carried,
): MentionRecord {
  const [kind, parentNativeId] = to.split(' ') as [MentionKind, string];
  return { ...post(id, minute, account, regionCode, text, carried), kind, parentNativeId };
}

const TAGGED: Carried = { hashtags: ['banjir'] };
const MAP = 'https://peta.example/kemang';

/** Minutes after 07:00 in Jakarta, 1 January 2026. Regions that begin with 31 are in Jakarta, with 32 in West Java. */
const FLOOD: readonly MentionRecord[] = [
  post('m01', 0, 'warga', '31.71', 'banjir di Kemang', { ...TAGGED, urls: [MAP] }),
  post('m02', 5, 'humas', '31', 'banjir, posko dibuka', TAGGED),
  answer('m03', 7, 'relawan', '31.71', 'REPOST m01'),
  answer('m04', 9, 'radio', '32.01', 'REPOST m03'),
  answer('m05', 12, 'kurir', '32.04', 'QUOTE m01', 'banjir sampai sini?', { ...TAGGED, urls: [MAP] }),
  answer('m06', 15, 'kurir', '32.04', 'REPLY m03', 'banjir di mana', TAGGED),
  answer('m07', 20, 'duta', '31', 'QUOTE m02', 'banjir: hubungi posko'),
  answer('m08', 22, 'staf1', '31', 'REPOST m02'),
  answer('m09', 22.25, 'staf2', '31', 'REPOST m02'),
  answer('m10', 22.5, 'gema', null, 'REPOST m02'),
  answer('m11', 25, 'pendengar', '32.01', 'REPOST m04'),
  answer('m12', 27, 'staf1', '31', 'REPOST m07'),
  answer('m13', 27.25, 'staf2', '31', 'REPOST m07'),
  answer('m14', 27.5, 'gema', null, 'REPOST m07'),
  answer('m15', 30, 'ibu', '31.74', 'REPLY m01', 'banjir lagi'),
  answer('m16', 33, 'kurir', null, 'REPLY m01', 'banjir masih tinggi'),
  post('m17', 36, 'staf1', null, 'banjir, laporan RW 1'),
  post('m18', 39, 'staf2', null, 'banjir, laporan RW 2'),
  answer('m19', 42, 'pendengar', '32.01', 'REPLY m17', 'banjir surut?'),
  answer('m20', 45, 'pendengar', '32.01', 'REPLY m18', 'banjir surut?'),
  answer('m21', 48, 'relawan', '31.71', 'REPOST m04'),
  answer('m22', 51, 'kurir', '32.04', 'REPLY m18', 'banjir?'),
  answer('m23', 54, 'kurir', '32.04', 'REPLY m18', 'banjir di RW 2?'),
  answer('m24', 57, 'kurir', '32.04', 'REPLY m18', 'banjir surut'),
  answer('m25', 60, 'pendengar', '32.01', 'REPLY m04', 'banjir jauh'),
  post('m26', 63, 'sepi', '31', 'banjir, info posko', { hashtags: ['posko'] }),
  post('m27', 66, 'ibu', '31.74', 'macet parah'),
  answer('m28', 69, 'radio', '32.01', 'QUOTE m27', 'banjir atau macet?'),
  answer('m29', 1050, 'warga', '32.01', 'REPLY m01', 'banjir, saya mengungsi', TAGGED),
  post('m30', 2000, 'kurir', '32.04', 'kopi', TAGGED),
];

const POWER_CUT: readonly MentionRecord[] = [
  post('p01', 100, 'warga', '31.71', 'listrik padam', { hashtags: ['listrik'] }),
  post('p02', 105, 'pln', '31', 'listrik segera menyala'),
  answer('p03', 110, 'staf1', '31', 'REPOST p01'),
  answer('p04', 110.25, 'gema', null, 'REPOST p01'),
  answer('p05', 110.5, 'radio', '32.01', 'REPOST p01'),
  answer('p06', 115, 'staf1', '31', 'REPOST p02'),
  answer('p07', 115.25, 'gema', null, 'REPOST p02'),
  answer('p08', 115.5, 'radio', '32.01', 'REPOST p02'),
  answer('p09', 120, 'pendengar', '32.01', 'REPOST p01'),
  answer('p10', 125, 'ibu', '31.74', 'REPLY p01', 'listrik di sini juga'),
  answer('p11', 130, 'kurir', '32.04', 'REPLY p10', 'listrik menyala?'),
  answer('p12', 135, 'ibu', '31.74', 'REPLY p11', 'listrik belum'),
  answer('p13', 140, 'kurir', '32.04', 'REPLY p12', 'listrik nanti malam'),
  answer('p14', 145, 'ibu', '31.74', 'REPLY p13', 'listrik mati'),
  post('p15', 150, 'humas', '31', 'listrik: info'),
  answer('p16', 155, 'ibu', '31.74', 'REPLY p15', 'listrik, terima kasih'),
];

/** Native ids of all accounts. */
export const WALK_ACCOUNTS = [...new Set([...FLOOD, ...POWER_CUT].map(({ account }) => account.nativeId))];

/** The issues `listrik` and `banjir`, in this order. */
export async function importWalkIssues(store: Store): Promise<void> {
  await store.regions.upsert(REGIONS);
  await store.agencies.upsert([agency('dki', '31'), agency('jabar', '32')]);
  for (const id of ['listrik', 'banjir']) await store.issues.create(issue(id));
  const outcome = await importMentions(store, [...FLOOD, ...POWER_CUT]);
  expect(outcome).toMatchObject({ added: 46, rejected: [] });
}
