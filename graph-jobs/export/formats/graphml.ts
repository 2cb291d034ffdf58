import { type Attribute, type AttributeType, type ExportedGraph, valuesOf } from '../exported-graph.js';
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
  for (const name of Object.keys(graph.facts)) yield keyOf('graph', name, 'string');
  yield keyOf('node', 'label', 'string');
  for (const { name, type } of graph.nodeAttributes) yield keyOf('node', name, type);
  yield keyOf('edge', 'weight', 'integer');
  for (const { name, type } of graph.edgeAttributes) yield keyOf('edge', name, type);
  yield '<graph edgedefault="directed">\n';
  for (const [name, value] of Object.entries(graph.facts)) yield `${dataOf('graph', name, value)}\n`;
  for (let node = 0; node < nodes; node += 1) {
    const label = dataOf('node', 'label', graph.label(node));
    yield `<node id="${xmlText(graph.id(node))}">${label}${values('node', graph.nodeAttributes, node)}</node>\n`;
  }
  for (let edge = 0; edge < edges; edge += 1) {
    const [from, to] = [source[edge]!, target[edge]!].map((node) => xmlText(graph.id(node)));
    const data = dataOf('edge', 'weight', weight[edge]!) + values('edge', graph.edgeAttributes, edge);
    yield `<edge source="${from}" target="${to}">${data}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function keyOf(owner: Owner, name: string, type: AttributeType): string {
  return `<key id="${KEY_OF[owner]}_${name}" for="${owner}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;
}

function dataOf(owner: Owner, name: string, value: string | number | boolean): string {
  return `<data key="${KEY_OF[owner]}_${name}">${xmlValue(value)}</data>`;
}

function values(owner: Owner, attributes: readonly Attribute[], item: number): string {
  let text = '';
  for (const [{ name }, value] of valuesOf(attributes, item)) text += dataOf(owner, name, value);
  return text;
}
