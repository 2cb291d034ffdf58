import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '#domain/ports/store.js';
import { DEFAULT_RUN_PARAMETERS, type Progress } from '#domain/run.js';
import { BATCH_ROWS, importFile } from '#graph-jobs/ingest/import-file.js';
import { mapIssue } from '#graph-jobs/map-issue/map-issue.js';
import { renderReport } from '#graph-jobs/report/html/render-report.js';
import { gatherReport } from '#graph-jobs/report/html/report-input.js';
import { makeFolder, PRIVATE_FOLDER } from '#platform/make-folder.js';
import { DEMO_ISSUE, DEMO_SCENARIO } from '#simulator/demo-scenario.js';
import { writeScenario } from '#simulator/write-scenario.js';

export interface DemonstrationOptions {
  readonly store: Store;
  readonly dataFolder: string;
  readonly signal: AbortSignal;
  readonly tell: (message: string) => void;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Whether the store is new (neither an issue nor a mention) or a demonstration was begun and not finished. Mentions that
 * somebody imported before the first issue are no reason to put fictional ones among them.
 */
export async function demonstrationIsDue(store: Store, dataFolder: string): Promise<boolean> {
  const { items } = await store.issues.page({}, { first: 2, after: null });
  if (items.length === 0) return existsSync(scenarioIn(dataFolder)) || (await hasNoMention(store));
  const [run] = await store.runs.latest([DEMO_ISSUE.id]);
  return items.length === 1 && items[0]!.node.id === DEMO_ISSUE.id && run === null;
}

async function hasNoMention({ mentions }: Store): Promise<boolean> {
  return (await mentions.page({}, 'NEWEST', { first: 1, after: null })).items.length === 0;
}

function scenarioIn(dataFolder: string): string {
  return join(dataFolder, 'demonstration', 'scenario.ndjson');
}

/**
 * The main job on a fictional issue: generate, import, watch, map, report. Each step can be done again, so that a start
 * that was interrupted is simply started again. Gives the report's path.
 */
export async function demonstrate({
  store,
  dataFolder,
  signal,
  tell,
  onProgress,
}: DemonstrationOptions): Promise<string> {
  const scenario = scenarioIn(dataFolder);
  const folder = dirname(scenario);
  makeFolder(folder, PRIVATE_FOLDER);
  await writeOnce(scenario, tell);
  await importScenario(store, scenario, signal, tell);
  const [known] = await store.issues.get([DEMO_ISSUE.id]);
  if (!known) await store.issues.create(DEMO_ISSUE);
  const run = await mapIssue({
    dataFolder,
    issueId: DEMO_ISSUE.id,
    parameters: DEFAULT_RUN_PARAMETERS,
    signal,
    onProgress,
  });
  tell(
    `mapped: ${run.counts.mentions ?? 0} mentions, ${run.counts.coTimedGroups ?? 0} co-timed groups (run ${run.id})`,
  );
  const report = join(folder, `${DEMO_ISSUE.id}.html`);
  await writeFile(
    report,
    renderReport(await gatherReport(store, DEMO_ISSUE.id, null), { language: 'id', zone: 'wib' }),
  );
  return report;
}

/** The scenario's file appears whole or not at all. */
async function writeOnce(out: string, tell: (message: string) => void): Promise<void> {
  if (existsSync(out)) return;
  const draft = `${out}.draft`;
  const truth = join(dirname(out), 'truth.json');
  const { counts } = await writeScenario(DEMO_SCENARIO, { out: draft, truth });
  await rename(draft, out);
  tell(`generated a fictional issue: ${counts.mentions} mentions, what was planted in it is in ${truth}`);
}

async function importScenario(store: Store, path: string, signal: AbortSignal, tell: (message: string) => void) {
  const request = {
    path,
    format: 'jejaring' as const,
    options: { now: Date.now(), platform: undefined, stream: undefined, mapping: undefined },
    resume: true,
    rejectsPath: `${path}.rejects.ndjson`,
    batchRows: BATCH_ROWS,
  };
  const { session } = await importFile(store.ingest, request, { signal });
  signal.throwIfAborted();
  tell(`imported: ${session.counts.added} added, ${session.checkpoint.rejected} rejected`);
}
