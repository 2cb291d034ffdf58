import type { MentionRecord } from '#domain/ingest-record.js';
import type { NewIssue } from '#domain/issue.js';
import { accountRecord, mentionRecord } from './records.js';

export const FLOOD_ISSUE: NewIssue = {
  ...{ id: 'banjir', title: 'Banjir', query: 'banjir', ownerAgencyId: null, sharedWith: ['31'] },
};

/**
 * A small flood: six authors whose originals each have a crowd of their own, and three accounts that repost the same
 * posts seconds apart. One mention names a parent that is nowhere, one has nothing to do with it all.
 */
export function floodMentions(): MentionRecord[] {
  const originals = Array.from({ length: 12 }, (_, i) =>
    mentionRecord(`o${i}`, {
      account: accountRecord(`author${i % 6}`, { followers: 100 * i }),
      minute: 10 * i,
      text: `banjir nomor ${i} #banjir`,
      hashtags: ['banjir', `kota${i % 6}`],
    }),
  );
  const crowd = Array.from({ length: 90 }, (_, i) => {
    const root = (i * 7) % 12;
    return repost(`c${i}`, `fan${root % 6}-${i % 8}`, `o${root}`, 10 * root + 3 + (i % 17) * 1.3);
  });
  const coTimed = ['kera', 'kupu', 'kuda'].flatMap((account, which) =>
    [0, 3, 5, 8].map((root) => repost(`t${root}${account}`, account, `o${root}`, 10 * root + 2 + which / 10)),
  );
  const strays = [
    repost('orphan', 'fan0-0', 'nowhere', 130),
    mentionRecord('other', { account: accountRecord('fan1-1'), minute: 131, text: 'macet' }),
  ];
  return [...originals, ...crowd, ...coTimed, ...strays];
}

function repost(nativeId: string, account: string, parentNativeId: string, minute: number): MentionRecord {
  return mentionRecord(nativeId, {
    ...{ kind: 'REPOST', account: accountRecord(account), parentNativeId, minute },
    text: nativeId === 'orphan' ? 'banjir lagi' : '',
  });
}
