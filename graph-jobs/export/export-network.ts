import { join } from 'node:path';
import type { Store } from '#domain/ports/store.js';
import { aboutExport } from './about-export.js';
import type { ExportedGraph } from './exported-graph.js';
import { exportedNetwork } from './exported-network.js';
import { edgesCsv, nodesCsv } from './formats/csv.js';
import { gexf } from './formats/gexf.js';
import { graphml } from './formats/graphml.js';
import { graphologyJson } from './formats/graphology-json.js';
import { type ExportInput, type ExportProgress, type ExportRequest, gatherExport } from './gather-export.js';
import { type FileToWrite, writeFiles } from './write-files.js';

export const EXPORT_FORMATS = ['gexf', 'graphml', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Parts = (graph: ExportedGraph) => Iterable<string>;

/** What an export writes; `about` comes last, so that a sidecar never stands beside files of another run. */
export interface ExportPlan {
  readonly files: readonly { readonly path: string; readonly parts: Parts }[];
  readonly about: string;
}

const ONE_FILE: Readonly<Record<Exclude<ExportFormat, 'csv'>, Parts>> = { gexf, graphml, json: graphologyJson };

/** Which files an export writes: `out` is a folder for CSV, else a file. */
export function exportPlan(format: ExportFormat, out: string): ExportPlan {
  if (format !== 'csv') return { files: [{ path: out, parts: ONE_FILE[format] }], about: `${out}.about.json` };
  const files = [
    { path: join(out, 'nodes.csv'), parts: nodesCsv },
    { path: join(out, 'edges.csv'), parts: edgesCsv },
  ];
  return { files, about: join(out, 'about.json') };
}

/** Writes the spread network of a run in one format, with its sidecar. */
export async function exportNetwork(
  store: Pick<Store, 'issues' | 'runs' | 'spread' | 'accounts' | 'agencies' | 'regions' | 'findings'>,
  request: ExportRequest,
  plan: ExportPlan,
  onProgress: ExportProgress,
): Promise<ExportInput> {
  const input = await gatherExport(store, request, onProgress);
  const graph = exportedNetwork(input);
  const files: FileToWrite[] = plan.files.map(({ path, parts }) => ({ path, parts: parts(graph) }));
  const all = graph.nodes + graph.edges;
  onProgress('write', 0, all);
  const written = await writeFiles(files, (parts) => onProgress('write', Math.min(parts, all), all));
  await writeFiles([{ path: plan.about, parts: [aboutExport(input, graph, written)] }]);
  return input;
}
