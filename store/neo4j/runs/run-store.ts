import type { Page, PageRequest } from '#domain/paging.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunResults, RunStore } from '#domain/ports/run-store.js';
import type { Run, RunState } from '#domain/run.js';
import type { RunDocument } from '#domain/run-document.js';
import { storedParameters } from '#domain/run-parameters.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Neo4jConnection } from '../connection.js';
import { dropAbandoned } from './abandoned-runs.js';
import { assertIssue } from './known-issue.js';
import { DOCUMENT, LATEST_RUNS, PUT_RUN, RUNS, RUNS_OF_ISSUE } from './run-store.cypher.js';
import { writeRunResults } from './write-run-results.js';

interface RunRow {
  readonly run: {
    readonly id: string;
    readonly issueId: string;
    readonly queryVersion: number;
    readonly state: RunState;
    readonly inputHash: string;
    readonly parameters: string;
    readonly engineReason?: string;
    readonly codeVersion: string;
    readonly counts: string;
    readonly timings: string;
    readonly startedAt: number;
    readonly finishedAt?: number;
    readonly error?: string;
  };
}

/** Before every id. */
const AFTER_ALL: readonly (string | number)[] = [Number.MAX_SAFE_INTEGER, ''];

export class Neo4jRunStore implements RunStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async get(ids: readonly string[]): Promise<readonly (Run | null)[]> {
    const rows = await this.#connection.read<RunRow>(RUNS, { ids });
    return inOrderOf(ids, rows, ({ run }) => run.id, readRun);
  }

  async page(issueId: string, request: PageRequest): Promise<Page<Run>> {
    const [until, before] = keysetAfter('runs', ['number', 'string'], request) ?? AFTER_ALL;
    const parameters = { issueId, until, before, limit: request.first + 1 };
    const rows = await this.#connection.read<RunRow>(RUNS_OF_ISSUE, parameters);
    return keysetPage('runs', request, rows, readRun, ({ run }) => [run.startedAt, run.id]);
  }

  async latest(issueIds: readonly string[]): Promise<readonly (Run | null)[]> {
    const rows = await this.#connection.read<RunRow>(LATEST_RUNS, { issueIds });
    return inOrderOf(issueIds, rows, ({ run }) => run.issueId, readRun);
  }

  async put(run: Run): Promise<void> {
    const { parameters, counts, timings } = run;
    const node = {
      ...run,
      parameters: JSON.stringify(parameters),
      counts: JSON.stringify(counts),
      timings: JSON.stringify(timings),
    };
    await this.#connection.write(async (cypher) => {
      await assertIssue(cypher, run.issueId);
      await cypher.run(PUT_RUN, { run: node });
    });
  }

  async writeResults(run: Run, results: RunResults, onProgress?: ProgressListener): Promise<void> {
    await writeRunResults(this.#connection, run, results, onProgress);
  }

  dropAbandoned(startedBefore: number): Promise<readonly string[]> {
    return dropAbandoned(this.#connection, startedBefore);
  }

  async document(runId: string): Promise<RunDocument | null> {
    const [row] = await this.#connection.read<{ document: string }>(DOCUMENT, { runId });
    return row === undefined ? null : (JSON.parse(row.document) as RunDocument);
  }
}

function readRun({ run }: RunRow): Run {
  return {
    id: run.id,
    issueId: run.issueId,
    queryVersion: run.queryVersion,
    state: run.state,
    inputHash: run.inputHash,
    parameters: storedParameters(JSON.parse(run.parameters)),
    engineReason: run.engineReason ?? null,
    codeVersion: run.codeVersion,
    counts: JSON.parse(run.counts) as Run['counts'],
    timings: JSON.parse(run.timings) as Run['timings'],
    startedAt: run.startedAt,
    finishedAt: run.finishedAt ?? null,
    error: run.error ?? null,
  };
}
