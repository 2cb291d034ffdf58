import { partOfProgress } from '#domain/part-of-progress.js';
import type { Store } from '#domain/ports/store.js';
import type { Run, RunParameters } from '#domain/run.js';
import { chooseEngine } from './choose-engine.js';
import { detectGroups, detectInCopy } from './detect/detect-groups.js';
import { extractIssue, type IssueInput } from './extract/extract-issue.js';
import { mapSpread } from './map/map-spread.js';
import { runDocument } from './report/document/run-document.js';
import { runCounts } from './run-counts.js';
import { runId } from './run-identity.js';
import { RunRecord } from './run-record.js';
import { compareCascades } from './score/compare-cascades.js';
import { traceGroups } from './score/lineage/trace-groups.js';
import { scoreGroups } from './score/score-groups.js';
import { SentimentJudge } from './sentiment/judge-text.js';
import { StageWatch, type Watcher } from './stage-watch.js';
import { writeBack } from './write-back/write-back.js';

export interface MapRequest {
  readonly issueId: string;
  readonly parameters: RunParameters;
  readonly codeVersion: string;
}

/**
 * The main job: maps an issue and leaves a DONE run with its results. The report's document is made before the write-back
 * and goes in with all else in one idempotent write, so that no reader meets a run without its document. Throws NOT_FOUND;
 * STOPPED when the watcher asked for it; the manifest says so, or why the run FAILED.
 */
export async function runPipeline(
  store: Pick<Store, 'issues' | 'runs' | 'findings' | 'graphEngine'>,
  request: MapRequest,
  watcher: Watcher,
): Promise<Run> {
  const { issueId } = request;
  const stages = new StageWatch(watcher);
  const judge = new SentimentJudge();
  // Texts are much of an issue, and only one behaviour asks for them. Their sentiment is told as they come by.
  const texts = request.parameters.behaviours.includes('CO_TEXT');
  const carry = { texts, sentimentOf: (text: string) => judge.codeOf(text) };
  const input = await stages.run('extract', (progress) => extractIssue(store.issues, issueId, progress, carry));
  const { issue, columns } = input;
  const { engine, parameters, reason } = await chooseEngine(columns, request.parameters, store.graphEngine);
  const run = startedRun({ ...request, parameters }, input, reason);
  const record = await RunRecord.open(store.runs, run);
  try {
    const { communityMethod: method, resolution, seed } = parameters;
    const options = { engine, runId: run.id, issueId, method, resolution, seed };
    const map = await stages.run('map', (progress) => mapSpread(columns, options, progress));
    const detection = await stages.run('detect', (progress) => detectGroups(columns, parameters, progress));
    const { groups, lineages } = await stages.run('score', async (progress) => {
      const onProgress = partOfProgress(progress, 0, 2);
      const scored = { columns, detection, parameters, runId: run.id, issueId, detect: detectInCopy, onProgress };
      const groups = scoreGroups(scored);
      return { groups, lineages: await traceGroups(store, run, groups, partOfProgress(progress, 1, 2)) };
    });
    const comparison = compareCascades(columns, map.cascades);
    const { crowdedObjects, windows } = detection;
    const found = { run, issue, columns, map, comparison, groups, crowdedObjects, windows, model: judge.error };
    const document = await stages.run('report', () => runDocument(found));
    // What was run before is no part of the work: findings know of it, the document does not.
    const traced = groups.map((group, i) => ({ ...group, lineage: lineages[i]! }));
    await stages.runToItsEnd('write-back', async (progress) => {
      await record.writing();
      await writeBack(store.runs, run, { columns, map, comparison, document, groups: traced }, progress);
    });
    return await record.done({ counts: runCounts(columns, map, detection, traced, document), timings: stages.timings });
  } catch (error) {
    await record.failed(error, stages.timings);
    throw error;
  }
}

function startedRun(
  { issueId, parameters, codeVersion }: MapRequest,
  { issue, inputHash }: IssueInput,
  engineReason: string,
): Run {
  const identity = { issueId, queryVersion: issue.queryVersion, inputHash, parameters, codeVersion };
  return {
    ...identity,
    id: runId(identity),
    engineReason,
    state: 'RUNNING',
    counts: {},
    timings: {},
    startedAt: Date.now(),
    finishedAt: null,
    error: null,
  };
}
