import type { Attribute, ExportedGraph } from '../exported-graph.js';

/** The serialisation of graphology (Graph.export), row by row: graphology itself would hold the graph and one string of it. */
export function* graphologyJson(graph: ExportedGraph): Iterable<string> {
  const options = { type: 'directed', multi: false, allowSelfLoops: false };
  yield `{"attributes":${JSON.stringify(graph.facts)},"options":${JSON.stringify(options)},"nodes":[`;
  for (let node = 0; node < graph.nodes; node += 1) {
    const attributes = { label: graph.label(node), ...valuesOf(graph.nodeAttributes, node) };
    yield `${separator(node)}${JSON.stringify({ key: graph.id(node), attributes })}`;
  }
  yield '\n],"edges":[';
  for (let edge = 0; edge < graph.edges; edge += 1) {
    const [source, target] = [graph.id(graph.source[edge]!), graph.id(graph.target[edge]!)];
    const attributes = { weight: graph.weight[edge]!, ...valuesOf(graph.edgeAttributes, edge) };
    yield `${separator(edge)}${JSON.stringify({ source, target, attributes })}`;
  }
  yield '\n]}\n';
}

function separator(item: number): string {
  return item === 0 ? '\n' : ',\n';
}

function valuesOf(attributes: readonly Attribute[], item: number): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const { name, of } of attributes) {
    const value = of(item);
    if (value !== null) values[name] = value;
  }
  return values;
}
