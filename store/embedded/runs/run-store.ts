import type { Page, PageRequest } from '#domain/paging.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { RunResults, RunStore } from '#domain/ports/run-store.js';
import type { Run, RunState } from '#domain/run.js';
import type { RunDocument } from '#domain/run-document.js';
import { storedParameters } from '#domain/run-parameters.js';
import { inOrderOf, keysetAfter, keysetPage } from '../../keyset-page.js';
import type { Database } from '../database.js';
import { issueKey } from '../issues/issue-key.js';
import { dropAbandoned } from './abandoned-runs.js';
import { runKey } from './run-key.js';
import { writeRunResults } from './write-run-results.js';

interface RunRow {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly query_version: number;
  readonly state: string;
  readonly input_hash: string;
  readonly parameters: string;
  readonly engine_reason: string | null;
  readonly code_version: string;
  readonly counts: string;
  readonly timings: string;
  readonly started_at: number;
  readonly finished_at: number | null;
  readonly error: string | null;
}

const PUT = `INSERT INTO run (name, issue_id, query_version, state, input_hash, parameters, engine_reason, code_version, counts,
    timings, started_at, finished_at, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET issue_id = excluded.issue_id, query_version = excluded.query_version,
    state = excluded.state, input_hash = excluded.input_hash, parameters = excluded.parameters,
    engine_reason = excluded.engine_reason,
    code_version = excluded.code_version, counts = excluded.counts, timings = excluded.timings,
    started_at = excluded.started_at, finished_at = excluded.finished_at, error = excluded.error`;
const LATEST = `SELECT r.*, i.slug FROM json_each(?) j CROSS JOIN issue i ON i.slug = j.value
  JOIN run r ON r.id = (SELECT n.id FROM run n WHERE n.issue_id = i.id AND n.state = 'DONE' AND n.spread_kept = 1
    ORDER BY n.started_at DESC, n.name DESC LIMIT 1)`;

export class EmbeddedRunStore implements RunStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(ids: readonly string[]): Promise<readonly (Run | null)[]> {
    const rows = this.#database.all<RunRow>(
      'SELECT r.*, i.slug FROM json_each(?) j CROSS JOIN run r ON r.name = j.value JOIN issue i ON i.id = r.issue_id',
      JSON.stringify(ids),
    );
    return inOrderOf(ids, rows, (row) => row.name, readRun);
  }

  async page(issueId: string, request: PageRequest): Promise<Page<Run>> {
    const after = keysetAfter('runs', ['number', 'string'], request);
    const rows = this.#database.all<RunRow>(
      `SELECT r.*, i.slug FROM issue i CROSS JOIN run r ON r.issue_id = i.id
       WHERE i.slug = ? AND (r.started_at, r.name) < (?, ?) ORDER BY r.started_at DESC, r.name DESC LIMIT ?`,
      issueId,
      ...(after ?? [Number.MAX_SAFE_INTEGER, '']),
      request.first + 1,
    );
    return keysetPage('runs', request, rows, readRun, (row) => [row.started_at, row.name]);
  }

  async latest(issueIds: readonly string[]): Promise<readonly (Run | null)[]> {
    const rows = this.#database.all<RunRow>(LATEST, JSON.stringify(issueIds));
    return inOrderOf(issueIds, rows, (row) => row.slug, readRun);
  }

  async put(run: Run): Promise<void> {
    this.#database.transaction(() => {
      this.#database.run(
        PUT,
        run.id,
        issueKey(this.#database, run.issueId),
        run.queryVersion,
        run.state,
        run.inputHash,
        JSON.stringify(run.parameters),
        run.engineReason,
        run.codeVersion,
        JSON.stringify(run.counts),
        JSON.stringify(run.timings),
        run.startedAt,
        run.finishedAt,
        run.error,
      );
    });
  }

  async writeResults(run: Run, results: RunResults, onProgress?: ProgressListener): Promise<void> {
    await writeRunResults(this.#database, run, results, onProgress);
  }

  dropAbandoned(startedBefore: number): Promise<readonly string[]> {
    return dropAbandoned(this.#database, startedBefore);
  }

  async document(runId: string): Promise<RunDocument | null> {
    const key = runKey(this.#database, runId);
    if (key === null) return null;
    const row = this.#database.get<{ document: string }>('SELECT document FROM run_document WHERE run_id = ?', key);
    return row === undefined ? null : (JSON.parse(row.document) as RunDocument);
  }
}

function readRun(row: RunRow): Run {
  return {
    id: row.name,
    issueId: row.slug,
    queryVersion: row.query_version,
    state: row.state as RunState,
    inputHash: row.input_hash,
    parameters: storedParameters(JSON.parse(row.parameters)),
    engineReason: row.engine_reason,
    codeVersion: row.code_version,
    counts: JSON.parse(row.counts) as Run['counts'],
    timings: JSON.parse(row.timings) as Run['timings'],
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: row.error,
  };
}
