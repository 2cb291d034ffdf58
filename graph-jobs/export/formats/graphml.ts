import type { Attribute, AttributeType, ExportedGraph } from '../exported-graph.js';
import { xmlText, xmlValue } from './xml-text.js';

const TYPES: Readonly<Record<AttributeType, string>> = {
  boolean: 'boolean',
  integer: 'int',
  double: 'double',
  string: 'string',
};
const KEY_OF = { graph: 'g', node: 'n', edge: 'e' } as const;
type Owner = keyof typeof KEY_OF;

/** GraphML (Brandes, Eiglsperger, Herman, Himsolt & Marshall 2002), written row by row for the reason that gexf.ts gives. */
export function* graphml(graph: ExportedGraph): Iterable<string> {
  const { nodes, edges, source, target, weight } = graph;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  const facts = Object.entries(graph.facts);
  yield keysOf(
    'graph',
    facts.map(([name]) => ({ name, type: 'string' })),
  );
  yield keysOf('node', [{ name: 'label', type: 'string' }, ...graph.nodeAttributes]);
  yield keysOf('edge', [{ name: 'weight', type: 'integer' }, ...graph.edgeAttributes]);
  yield '<graph edgedefault="directed">\n';
  yield facts.map(([, value], key) => `${dataOf('graph', key, value)}\n`).join('');
  for (let node = 0; node < nodes; node += 1) {
    const label = dataOf('node', 0, graph.label(node));
    yield `<node id="${xmlText(graph.id(node))}">${label}${values('node', graph.nodeAttributes, node)}</node>\n`;
  }
  for (let edge = 0; edge < edges; edge += 1) {
    const [from, to] = [source[edge]!, target[edge]!].map((node) => xmlText(graph.id(node)));
    const data = dataOf('edge', 0, weight[edge]!) + values('edge', graph.edgeAttributes, edge);
    yield `<edge source="${from}" target="${to}">${data}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** Keys by number, as in gexf.ts: names would be half of the file. */
function keysOf(owner: Owner, columns: readonly Pick<Attribute, 'name' | 'type'>[]): string {
  const lines = columns.map(
    ({ name, type }, key) =>
      `<key id="${KEY_OF[owner]}${key}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`,
  );
  return lines.join('');
}

function dataOf(owner: Owner, key: number, value: string | number | boolean): string {
  return `<data key="${KEY_OF[owner]}${key}">${xmlValue(value)}</data>`;
}

/** Those after the label or the weight. */
function values(owner: Owner, attributes: readonly Attribute[], item: number): string {
  let text = '';
  for (const [at, { of }] of attributes.entries()) {
    const value = of(item);
    if (value !== null) text += dataOf(owner, at + 1, value);
  }
  return text;
}
