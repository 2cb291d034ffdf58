import fc from 'fast-check';
import Papa from 'papaparse';
import { attributesOf, exportedGraphOf } from '../../../test/builders/exported-graph.js';
import { type ReadGraph, readGexf, readGraphml, readGraphology } from '../../../test/builders/read-exports.js';
import type { ExportedGraph } from '../exported-graph.js';
import { edgesCsv, nodesCsv } from './csv.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { graphologyJson } from './graphology-json.js';

const textOf = (parts: Iterable<string>) => Buffer.from(Array.from(parts).join('')).toString();
const READERS = {
  gexf: (graph: ExportedGraph) => readGexf(textOf(gexf(graph))),
  graphml: (graph: ExportedGraph) => readGraphml(textOf(graphml(graph))),
  json: (graph: ExportedGraph) => readGraphology(textOf(graphologyJson(graph))),
};
const XML = ['gexf', 'graphml'];
/** What XML cannot hold, in whatever way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function mustEqual(read: ReadGraph, graph: ExportedGraph, text: (text: string) => string): void {
  expect([read.order, read.size]).toEqual([graph.nodes, graph.edges]);
  const clean = (values: Record<string, boolean | number | string>) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? text(value) : value]),
    );
  for (let node = 0; node < graph.nodes; node += 1) {
    const { label = '', ...attributes } = read.getNodeAttributes(graph.id(node));
    expect([label, attributes]).toEqual([text(graph.label(node)), clean(attributesOf(graph.nodeAttributes, node))]);
  }
  for (let edge = 0; edge < graph.edges; edge += 1) {
    const attributes = read.getEdgeAttributes(graph.id(graph.source[edge]!), graph.id(graph.target[edge]!));
    expect(attributes).toEqual({ weight: graph.weight[edge], ...attributesOf(graph.edgeAttributes, edge) });
  }
}

const HOSTILE = [
  '<&>"\'',
  ']]></node><node id="x"/>',
  'null \u0000 bell \u0007 escape \u001b[31m',
  'half \ud800 pair, other \udc00 half',
  'not a character \uffff \ufffe',
  '\u{1f4a5}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  'مرحبا بالعالم \u202eright to left',
  'tab\tline\nreturn\rend',
  '=HYPERLINK("http://evil.example","x")',
  ' leading and trailing ',
  '0',
];
const EDGES = [
  [0, 1],
  [1, 0],
  [3, 2],
  [10, 0],
] as const;

describe.each(Object.entries(READERS))('%s', (format, read) => {
  const text = (value: string) => (XML.includes(format) ? value.replace(FORBIDDEN, '\ufffd') : value);

  test('hostile labels come back as they went in, but for what the format has no way to write', () => {
    const graph = exportedGraphOf(HOSTILE, EDGES);
    mustEqual(read(graph), graph, text);
  });

  test('any texts and any edges come back', () => {
    const labels = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(labels, fc.uniqueArray(fc.nat(8), { maxLength: 6 }), (texts, drawn) => {
        const edges = drawn.map((n) => [Math.floor(n / 3), n % 3] as const).filter(([a, b]) => a !== b);
        const graph = exportedGraphOf(texts, edges);
        mustEqual(read(graph), graph, text);
      }),
      { numRuns: 50 },
    );
  });

  test('a graph without edges, attributes and times, and an empty one', () => {
    const plain = { nodeAttributes: [], edgeAttributes: [], spans: null };
    for (const labels of [['a', 'b'], []]) {
      const graph = exportedGraphOf(labels, [], plain);
      mustEqual(read(graph), graph, text);
    }
  });

  test('a network of 100,000 edges opens again with equal counts and values', () => {
    const nodes = 20_000;
    const labels = Array.from({ length: nodes }, (_, node) => `account ${node} <&>`);
    const edges = Array.from(
      { length: 100_000 },
      (_, i) => [i % nodes, (i + 1 + Math.floor(i / nodes)) % nodes] as const,
    );
    const graph = exportedGraphOf(labels, edges);
    const opened = read(graph);
    expect([opened.order, opened.size]).toEqual([nodes, 100_000]);
    const counted = { node: 0, edge: 0, weight: 0, replies: 0 };
    opened.forEachNode((_, attributes) => {
      counted.node += Object.keys(attributes).length;
    });
    opened.forEachEdge((_, attributes) => {
      counted.edge += Object.keys(attributes).length;
      counted.weight += attributes.weight;
      counted.replies += attributes.replies;
    });
    const given = labels.reduce(
      (sum, _, node) => sum + 1 + Object.keys(attributesOf(graph.nodeAttributes, node)).length,
      0,
    );
    const weights = graph.weight.reduce((sum, weight) => sum + weight, 0);
    expect(counted).toEqual({ node: given, edge: 200_000, weight: weights, replies: 150_000 });
  });
});

test('gexf tells when nodes and edges were there, and is static where nobody knows', () => {
  const graph = exportedGraphOf(['a', 'b'], [[0, 1]]);
  const dynamic = textOf(gexf(graph));
  expect(dynamic).toContain('mode="dynamic" timeformat="dateTime" timerepresentation="interval"');
  expect(dynamic).toContain('<node id="n0" label="a" start="2026-01-01T00:00:00.000Z" end="2026-01-01T00:00:01.000Z">');
  expect(dynamic).toContain('source="n0" target="n1" weight="1" start="2026-01-01T00:00:00.000Z"');
  const still = textOf(gexf({ ...graph, spans: null }));
  expect(still).toContain('mode="static"');
  expect(still).not.toContain('start=');
});

describe('csv', () => {
  const rowsOf = (parts: Iterable<string>) =>
    Papa.parse<Record<string, string>>(textOf(parts), { header: true, skipEmptyLines: true });

  test('has what the graph has, and no cell that a spreadsheet takes for a formula', () => {
    const graph = exportedGraphOf(HOSTILE, EDGES);
    const nodes = rowsOf(nodesCsv(graph));
    expect(nodes.errors).toEqual([]);
    const shown = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/^=/, "'=");
    expect(nodes.data.map(({ label }) => label)).toEqual(HOSTILE.map(shown));
    expect(nodes.data[4]).toEqual({
      id: 'n4',
      label: HOSTILE[4],
      said: HOSTILE[4],
      count: '4',
      share: `${4 / 7}`,
      public: 'true',
    });
    const edges = rowsOf(edgesCsv(graph)).data;
    expect(edges[3]).toEqual({ source: 'n10', target: 'n0', weight: '4', replies: '3' });
    expect(edges).toHaveLength(EDGES.length);
  });

  test('a handle keeps its sign, an expression after it does not', () => {
    const [handle, formula] = rowsOf(nodesCsv(exportedGraphOf(['@bnpb_id', '@SUM(1)', '-1+2'], []))).data;
    expect([handle!.label, formula!.label]).toEqual(['@bnpb_id', "'@SUM(1)"]);
  });
});
