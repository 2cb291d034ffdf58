import fc from 'fast-check';
import type { Behaviour } from '#domain/action.js';
import { NO_ROW } from '#domain/mention-columns.js';
import { type MentionSketch, mentionColumns } from '../../../test/builders/mention-columns.js';
import { actionLayers } from './action-layers.js';

/** `account object` of every action, sorted. */
function actions(sketches: readonly MentionSketch[], behaviour: Behaviour): string[] {
  const columns = mentionColumns(sketches);
  const { actions: sorted, objects } = actionLayers(columns, [behaviour])[0]!;
  return Array.from({ length: sorted.length }, (_, i) => {
    expect(columns.account[sorted.mention[i]!]).toBe(sorted.account[i]);
    expect(columns.publishedAt[sorted.mention[i]!]).toBe(sorted.time[i]);
    return `${columns.accounts[sorted.account[i]!]!.id} ${objects.at(sorted.object[i]!)}`;
  }).sort();
}

test('a repost acts on the original at the end of its chain', () => {
  const chain: MentionSketch[] = [
    { id: '1', account: 'root', at: 0 },
    { id: '2', account: 'a', at: 1, parent: '1' },
    { id: '3', account: 'b', at: 2, parent: '2' },
    { id: '4', account: 'c', at: 3, kind: 'QUOTE', parent: '3' },
    { id: '5', account: 'd', at: 4, parent: '4' },
  ];
  expect(actions(chain, 'CO_REPOST')).toEqual(['a x:1', 'b x:1', 'd x:4']);
});

test('a chain that leaves the data ends at what is named there', () => {
  const cut: MentionSketch[] = [
    { id: '2', account: 'a', at: 1, parent: 'gone' },
    { id: '3', account: 'b', at: 2, parent: '2' },
    { id: '4', account: 'c', at: 3, kind: 'REPOST' },
    { id: '5', account: 'd', at: 4, parent: '4' },
  ];
  expect(actions(cut, 'CO_REPOST')).toEqual(['a x:gone', 'b x:gone', 'd x:4']);
});

test('parents that come later, circles and self-reposts do no harm', () => {
  const damaged: MentionSketch[] = [
    { id: '1', account: 'a', at: 1, parent: '2' },
    { id: '2', account: 'b', at: 2, parent: '3' },
    { id: '3', account: 'c', at: 3, parent: '1' },
    { id: '4', account: 'd', at: 4, parent: '3' },
    { id: '5', account: 'e', at: 5, parent: '5' },
    { id: '6', account: 'f', at: 6, parent: '9' },
    { id: '9', account: 'g', at: 9 },
  ];
  expect(actions(damaged, 'CO_REPOST')).toEqual(['b x:1', 'c x:1', 'd x:1', 'f x:9']);
});

test('a reply acts on the mention it answers, known or not', () => {
  const replies: MentionSketch[] = [
    { id: '1', account: 'root', at: 0 },
    { id: '2', account: 'a', at: 1, kind: 'REPLY', parent: '1' },
    { id: '3', account: 'b', at: 2, kind: 'REPLY', parent: '2' },
    { id: '4', account: 'c', at: 3, kind: 'REPLY', parent: 'gone' },
    { id: '5', account: 'd', at: 4, kind: 'REPLY' },
  ];
  expect(actions(replies, 'CO_REPLY')).toEqual(['a x:1', 'b x:2', 'c x:gone']);
});

test('links and hashtags count once a mention, and not when a repost repeats them', () => {
  const carried: MentionSketch[] = [
    { id: '1', account: 'a', at: 0, links: ['u', 'v', 'u'], hashtags: ['h', 'h'] },
    { id: '2', account: 'b', at: 1, parent: '1', links: ['u'], hashtags: ['h'] },
    { id: '3', account: 'c', at: 2, parent: '1', kind: 'QUOTE', links: ['u'], hashtags: ['h'] },
  ];
  expect(actions(carried, 'CO_LINK')).toEqual(['a u', 'a v', 'c u']);
  expect(actions(carried, 'CO_HASHTAG')).toEqual(['a h', 'c h']);
});

test('a text acts on the mention that first said nearly the same, and a repost says nothing', () => {
  const text = 'Banjir di Kota ini sudah mulai surut sejak pagi tadi kata warga';
  const said: MentionSketch[] = [
    { id: '1', account: 'a', at: 0, text },
    { id: '2', account: 'b', at: 1, kind: 'REPLY', parent: '1', text: `${text.toUpperCase()}! https://t.co/x #banjir` },
    { id: '3', account: 'c', at: 2, kind: 'QUOTE', parent: '1', text: `Viral: ${text}` },
    { id: '4', account: 'd', at: 3, parent: '1', text },
    { id: '5', account: 'e', at: 4, text: 'Semoga semua warga di sana aman dan cepat pulang ke rumah' },
    { id: '6', account: 'f', at: 5, text: 'Amin' },
    { id: '7', account: 'g', at: 6 },
  ];
  expect(actions(said, 'CO_TEXT')).toEqual(['a x:1', 'b x:1', 'c x:1', 'e x:5']);
  const { objects, objectRow } = actionLayers(mentionColumns(said), ['CO_TEXT'])[0]!;
  expect([objects.length, ...objectRow]).toEqual([2, 0, 4]);
});

test('an object knows its row where it is a mention of the data', () => {
  const columns = mentionColumns([
    { id: '1', account: 'root', at: 0 },
    { id: '2', account: 'a', at: 1, parent: '1' },
    { id: '3', account: 'b', at: 2, parent: 'gone' },
  ]);
  const { objects, objectRow } = actionLayers(columns, ['CO_REPOST'])[0]!;
  expect(Array.from({ length: objects.length }, (_, i) => [objects.at(i), objectRow[i]])).toEqual([
    ['x:1', 0],
    ['x:gone', NO_ROW],
  ]);
});

test('any tangle of reposts ends, and equals following each chain by itself', () => {
  const tangle = fc.array(fc.record({ parent: fc.nat(12), kind: fc.constantFrom('REPOST', 'ORIGINAL', 'QUOTE') }), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(tangle, (nodes) => {
      const sketches = nodes.map(({ parent, kind }, i): MentionSketch => {
        return { id: `${i}`, account: `a${i}`, at: i, parent: `${parent}`, kind: kind as 'REPOST' };
      });
      const expected = sketches.flatMap(({ kind, account }, i) => {
        if (kind !== 'REPOST') return [];
        const seen: number[] = [];
        let at = i;
        while (nodes[at]?.kind === 'REPOST' && !seen.includes(at)) {
          seen.push(at);
          at = nodes[at]!.parent;
        }
        const original = seen.includes(at) ? Math.min(...seen.slice(seen.indexOf(at))) : at;
        return original === i ? [] : [`${account} x:${original}`];
      });
      expect(actions(sketches, 'CO_REPOST')).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});
