import { type Attribute, type ExportedGraph, momentOf, type Spans } from '../exported-graph.js';
import { xmlText, xmlValue } from './xml-text.js';

/**
 * GEXF 1.3 (gexf.net): dynamic, with intervals, where times are known. Written by hand: graphology-gexf makes one string
 * of a graph in memory and knows no times, and strings end at half a gigabyte.
 */
export function* gexf(graph: ExportedGraph): Iterable<string> {
  const { nodes, edges, source, target, weight, spans } = graph;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n`;
  yield metaOf(graph);
  const mode = spans === null ? 'static' : 'dynamic" timeformat="dateTime" timerepresentation="interval';
  yield `<graph defaultedgetype="directed" idtype="string" mode="${mode}">\n`;
  yield declared('node', graph.nodeAttributes);
  yield declared('edge', graph.edgeAttributes);
  yield `<nodes count="${nodes}">\n`;
  for (let node = 0; node < nodes; node += 1) {
    const head = `<node id="${xmlText(graph.id(node))}" label="${xmlText(graph.label(node))}"`;
    yield `${head}${spanOf(spans?.nodes, node)}>${values(graph.nodeAttributes, node)}</node>\n`;
  }
  yield `</nodes>\n<edges count="${edges}">\n`;
  for (let edge = 0; edge < edges; edge += 1) {
    const [from, to] = [source[edge]!, target[edge]!].map((node) => xmlText(graph.id(node)));
    const head = `<edge id="${edge}" source="${from}" target="${to}" weight="${weight[edge]}"`;
    yield `${head}${spanOf(spans?.edges, edge)}>${values(graph.edgeAttributes, edge)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function metaOf({ facts }: ExportedGraph): string {
  const { software = '', description = '', ...others } = facts;
  const keywords = Object.entries(others).map(([name, value]) => `${name}: ${value}`);
  const [creator, told, words] = [software, description, keywords.join('; ')].map(xmlText);
  return `<meta><creator>${creator}</creator><description>${told}</description><keywords>${words}</keywords></meta>\n`;
}

function declared(kind: 'node' | 'edge', attributes: readonly Attribute[]): string {
  if (attributes.length === 0) return '';
  const lines = attributes.map(({ name, type }, id) => `<attribute id="${id}" title="${name}" type="${type}"/>\n`);
  return `<attributes class="${kind}" mode="static">\n${lines.join('')}</attributes>\n`;
}

function spanOf(spans: Spans | undefined, item: number): string {
  if (spans === undefined) return '';
  return ` start="${momentOf(spans.first[item]!)}" end="${momentOf(spans.last[item]!)}"`;
}

/** By number: names would be half of the file. */
function values(attributes: readonly Attribute[], item: number): string {
  let text = '';
  for (const [id, { of }] of attributes.entries()) {
    const value = of(item);
    if (value !== null) text += `<attvalue for="${id}" value="${xmlValue(value)}"/>`;
  }
  return text === '' ? '' : `<attvalues>${text}</attvalues>`;
}
