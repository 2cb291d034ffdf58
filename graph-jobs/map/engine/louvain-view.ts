import type { UndirectedGraph } from 'graphology';
import type { UndirectedEdges } from '../undirected-edges.js';

type EdgeVisitor = (edge: number, attributes: { weight: number }, source: number, target: number) => void;

/**
 * The edges as graphology's Louvain reads a graph. It copies a graph into typed arrays of its own through the few members
 * below, and asks for nothing else; a real Graph of a million accounts would first make an object for each account and
 * edge, over a gibibyte in all. louvain-communities.test.ts holds the view to the partition of a real Graph.
 */
export function louvainView(network: UndirectedEdges): UndirectedGraph {
  const view = {
    type: 'undirected',
    multi: false,
    order: network.nodes,
    size: network.edges,
    selfLoopCount: 0,
    forEachNode(visit: (node: number) => void): void {
      for (let node = 0; node < network.nodes; node += 1) visit(node);
    },
    undirectedDegreeWithoutSelfLoops: (node: number) => network.degree[node]!,
    forEachEdge(visit: EdgeVisitor): void {
      const attributes = { weight: 0 };
      for (let edge = 0; edge < network.edges; edge += 1) {
        attributes.weight = network.weight[edge]!;
        visit(edge, attributes, network.a[edge]!, network.b[edge]!);
      }
    },
    addUndirectedEdgeWithKey: readOnly,
    dropNode: readOnly,
  };
  return view as unknown as UndirectedGraph;
}

function readOnly(): never {
  throw new Error('the view of a spread network cannot be changed');
}
