import type { StoredGroup } from '#domain/finding.js';
import type { ExportedGraph } from './exported-graph.js';
import { EDGE_MEANING } from './exported-network.js';
import type { ExportInput } from './gather-export.js';
import type { WrittenFile } from './write-files.js';

const NOTICE = {
  en: 'Personal data under Indonesian law (UU 27/2022), pseudonyms included: use it for the purpose that it was collected for, keep it no longer than that, and pass it on only where the terms of the platforms and of whoever supplied the export files allow it. This software holds no licence to the data and gives none.',
  id: 'Data pribadi menurut UU 27/2022, termasuk yang berpseudonim: pakailah untuk tujuan pengumpulannya, jangan simpan lebih lama dari itu, dan teruskan hanya jika syarat platform dan pihak yang memasok berkas ekspor mengizinkannya. Perangkat lunak ini tidak memegang dan tidak memberikan lisensi atas data.',
} as const;

const PSEUDONYMS =
  'Ids are keyed pseudonyms: whoever holds the key of the installation can tell which account is behind one, nobody else. Labels of accounts that an agency declares and of news outlets are their names; all other labels are pseudonyms. Ids of mentions, texts and links are not in the files.';

const NO_TIMES =
  'left out: the mentions of the issue are no longer those that the run saw; map the issue again for times, kinds and counts of mentions';

/** What the files beside it are, where they come from, and what they do not say. The same run gives the same bytes. */
export function aboutExport(input: ExportInput, graph: ExportedGraph, files: readonly WrittenFile[]): string {
  const { document, queryVersion, history, groups } = input;
  const { coverage, issue, network } = document;
  const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  const about = {
    what: `Spread network of a public issue. ${EDGE_MEANING}`,
    files,
    run: { id: document.runId, inputHash: document.inputHash, software: document.codeVersion },
    issue: { id: issue.id, title: issue.title, query: issue.query, queryVersion: issue.queryVersion },
    queryVersionNow: queryVersion,
    parameters: document.parameters,
    counts: {
      nodes: graph.nodes,
      edges: graph.edges,
      amplifications: network.amplifications,
      communities: network.communities,
      namedAccounts: input.accounts.named.size,
    },
    coverage: { ...coverage, from: iso(coverage.from), to: iso(coverage.to) },
    pseudonyms: PSEUDONYMS,
    times: history === null ? NO_TIMES : 'UTC, from the mentions that the run saw',
    notice: NOTICE,
    nodeAttributes: meanings(graph.nodeAttributes),
    edgeAttributes: { weight: 'amplifications', ...meanings(graph.edgeAttributes) },
    ...(groups !== null && { coTimedGroups: groups.map(groupFacts) }),
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

function meanings(attributes: ExportedGraph['nodeAttributes']): Record<string, string> {
  return Object.fromEntries(attributes.map(({ name, meaning }) => [name, meaning]));
}

/** No membership without what it must be compared with. */
function groupFacts({ id, behaviours, members, evidenceCount, chance, explanations, reviewState }: StoredGroup) {
  return { id, members: members.length, behaviours, evidenceCount, chance, explanations, reviewState };
}
