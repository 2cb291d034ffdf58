import Papa from 'papaparse';
import type { ExportedGraph } from '../exported-graph.js';

type Cell = string | number | boolean | null;

/**
 * A spreadsheet takes what begins like this for a formula, and a name from outside may be one: such a cell gets an
 * apostrophe before it. Handles (@name) are left as they are.
 */
const FORMULA = /^(?:[=+\-\t\r]|@(?![\w.]+$))/;

export function* nodesCsv(graph: ExportedGraph): Iterable<string> {
  const { nodeAttributes } = graph;
  yield row(['id', 'label', ...nodeAttributes.map(({ name }) => name)]);
  for (let node = 0; node < graph.nodes; node += 1)
    yield row([graph.id(node), graph.label(node), ...nodeAttributes.map(({ of }) => of(node))]);
}

export function* edgesCsv(graph: ExportedGraph): Iterable<string> {
  const { edgeAttributes, source, target, weight } = graph;
  yield row(['source', 'target', 'weight', ...edgeAttributes.map(({ name }) => name)]);
  for (let edge = 0; edge < graph.edges; edge += 1) {
    const ends = [graph.id(source[edge]!), graph.id(target[edge]!)];
    yield row([...ends, weight[edge]!, ...edgeAttributes.map(({ of }) => of(edge))]);
  }
}

function row(cells: readonly Cell[]): string {
  return `${Papa.unparse([cells as Cell[]], { escapeFormulae: FORMULA })}\n`;
}
