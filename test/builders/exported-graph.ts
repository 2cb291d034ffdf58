import type { ExportedGraph } from '#graph-jobs/export/exported-graph.js';

/** A graph with an attribute of every type, and none for every third node; `labels` give the nodes. */
export function exportedGraphOf(
  labels: readonly string[],
  edges: readonly (readonly [source: number, target: number])[],
  more: Partial<ExportedGraph> = {},
): ExportedGraph {
  const times = (length: number, from: number) =>
    Float64Array.from({ length }, (_, i) => Date.UTC(2026, 0, 1) + i + from);
  const value = (node: number) => (node % 3 === 0 ? null : labels[node]!);
  return {
    facts: { description: 'a test', software: 'jejaring@0.0.0', title: labels[0] ?? '' },
    nodes: labels.length,
    edges: edges.length,
    id: (node) => `n${node}`,
    label: (node) => labels[node]!,
    source: Uint32Array.from(edges, ([source]) => source),
    target: Uint32Array.from(edges, ([, target]) => target),
    weight: Uint32Array.from(edges, (_, edge) => 1 + (edge % 5)),
    nodeAttributes: [
      { name: 'said', type: 'string', meaning: '', of: value },
      { name: 'count', type: 'integer', meaning: '', of: (node) => node },
      { name: 'share', type: 'double', meaning: '', of: (node) => (node % 3 === 1 ? node / 7 : null) },
      { name: 'public', type: 'boolean', meaning: '', of: (node) => node % 2 === 0 },
    ],
    edgeAttributes: [{ name: 'replies', type: 'integer', meaning: '', of: (edge) => edge % 4 }],
    spans: {
      nodes: { first: times(labels.length, 0), last: times(labels.length, 1000) },
      edges: { first: times(edges.length, 0), last: times(edges.length, 1000) },
    },
    ...more,
  };
}

/** The attributes of a node or edge as the graph holds them, those without a value left out. */
export function attributesOf(
  attributes: ExportedGraph['nodeAttributes'],
  item: number,
): Record<string, boolean | number | string> {
  return Object.fromEntries(
    attributes.flatMap(({ name, of }) => {
      const value = of(item);
      return value === null ? [] : [[name, value]];
    }),
  );
}
