import { MENTION_KINDS } from '#domain/mention.js';
import { outsideText } from '../report/html/outside-text.js';
import type { Attribute, ExportedGraph } from './exported-graph.js';
import type { ExportInput } from './gather-export.js';
import { integer, moment, nodeAttributes } from './node-attributes.js';

export const EDGE_MEANING =
  'An edge from u to v says that v amplified u: it reposted, quoted or answered mentions of u. The weight counts them.';

const KIND_NAMES = { REPOST: 'reposts', QUOTE: 'quotes', REPLY: 'replies' } as const;

/** The spread network of a run as formats write it: accounts by pseudonym, labels as in a report. */
export function exportedNetwork(input: ExportInput): ExportedGraph {
  const { network, accounts, history } = input;
  return {
    facts: factsOf(input),
    nodes: network.accounts.length,
    edges: network.weight.length,
    id: (node) => network.accounts[node]!,
    label: (node) => accounts.named.get(node)?.label ?? network.accounts[node]!,
    source: network.source,
    target: network.target,
    weight: network.weight,
    nodeAttributes: nodeAttributes(input),
    edgeAttributes: history === null ? [] : edgeAttributes(history.edges),
    spans: history,
  };
}

function factsOf({ document: { issue, runId, codeVersion } }: ExportInput): Record<string, string> {
  return {
    description: `Spread network. ${EDGE_MEANING} Accounts appear by keyed pseudonyms, public ones are named.`,
    issue: issue.id,
    title: outsideText(issue.title),
    query: outsideText(issue.query, 2000),
    queryVersion: String(issue.queryVersion),
    run: runId,
    software: codeVersion,
  };
}

function edgeAttributes({ first, last, byKind }: NonNullable<ExportInput['history']>['edges']): Attribute[] {
  const kinds = Object.entries(KIND_NAMES).map(([kind, name]) =>
    integer(name, `${name} among them`, byKind[MENTION_KINDS.indexOf(kind as keyof typeof KIND_NAMES)]!),
  );
  return [
    ...kinds,
    moment('firstAmplification', 'first of them (UTC)', first),
    moment('lastAmplification', 'last of them (UTC)', last),
  ];
}
