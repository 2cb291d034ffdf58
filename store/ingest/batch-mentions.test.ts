import { BatchMentions, type StoredMention } from './batch-mentions.js';

const stored = (id: string, parentKey: string | null): StoredMention<string> => ({
  ...{
    key: id,
    platform: 'x',
    nativeId: id,
    kind: 'REPLY',
    stream: 'SOCIAL',
    accountKey: 'a',
    publishedAt: 1,
    parentKey,
  },
  ...{ text: '', urls: [], hashtags: [], mediaHashes: [], regionCode: null, language: null, seen: null },
});

test('the search for a circle ends in one that is stored', () => {
  const above: Record<string, string> = { b: 'c', c: 'd', d: 'a' };
  const mentions = new BatchMentions<string>({
    stored: [stored('a', 'b'), stored('e', null)],
    newKey: (_, nativeId) => nativeId,
    parentOf: (key) => above[key] ?? null,
  });
  const [inCircle, outside] = [mentions.find('x', 'a')!, mentions.find('x', 'e')!];
  expect(mentions.leadsTo(inCircle, outside)).toBe(false);
  expect(mentions.leadsTo(inCircle, inCircle)).toBe(true);
});
