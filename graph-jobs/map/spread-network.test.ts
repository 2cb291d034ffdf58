import fc from 'fast-check';
import { type MentionSketch, mentionColumns } from '../../test/builders/mention-columns.js';
import { spreadNetwork } from './spread-network.js';

const named = (sketches: readonly MentionSketch[]) => {
  const columns = mentionColumns(sketches);
  const network = spreadNetwork(columns);
  const id = (node: number) => columns.accounts[network.account[node]!]!.id;
  const edges = Array.from(network.source, (source, i) => [id(source), id(network.target[i]!), network.weight[i]]);
  return { network, edges, id };
};

test('reposts, quotes and replies make edges from the amplified to the amplifier', () => {
  const { network, edges } = named([
    { id: '1', account: 'ana', at: 0 },
    { id: '2', account: 'budi', at: 1, parent: '1' },
    { id: '3', account: 'budi', at: 2, parent: '1', kind: 'QUOTE' },
    { id: '4', account: 'citra', at: 3, parent: '2', kind: 'REPLY' },
    { id: '5', account: 'ana', at: 4, parent: '1' },
    { id: '6', account: 'dewi', at: 5 },
    { id: '7', account: 'dewi', at: 6, parent: 'gone' },
  ]);
  expect(edges).toEqual([
    ['ana', 'budi', 2],
    ['budi', 'citra', 1],
  ]);
  expect(network).toMatchObject({ nodes: 3, edges: 2, amplifications: 3, selfAmplifications: 1 });
  expect(Array.from(network.amplified)).toEqual([2, 1, 0]);
  expect(Array.from(network.amplifies)).toEqual([0, 2, 1]);
});

test('no amplification, no network', () => {
  expect(spreadNetwork(mentionColumns([{ id: '1', account: 'ana', at: 0 }]))).toMatchObject({ nodes: 0, edges: 0 });
  expect(spreadNetwork(mentionColumns([]))).toMatchObject({ nodes: 0, edges: 0 });
});

test('equals counting pairs in a map, edges sorted and each once', () => {
  const sketch = fc.record({ account: fc.nat(6), parent: fc.nat(20), at: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 20 }), (drafts) => {
      const { network, edges } = named(
        drafts.map(({ account, parent, at }, i) => ({ id: `${i}`, account: `a${account}`, at, parent: `${parent}` })),
      );
      const expected = new Map<string, number>();
      for (const { account, parent } of drafts) {
        const amplified = drafts[parent]?.account;
        if (amplified === undefined || amplified === account) continue;
        const key = `a${amplified}>a${account}`;
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      expect(new Map(edges.map(([source, target, weight]) => [`${source}>${target}`, weight]))).toEqual(expected);
      for (let i = 1; i < network.edges; i += 1) {
        const [before, here] = [i - 1, i].map((edge) => network.source[edge]! * network.nodes + network.target[edge]!);
        expect(before).toBeLessThan(here!);
      }
    }),
  );
});
