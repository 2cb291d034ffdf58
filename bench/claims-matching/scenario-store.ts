import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mention } from '#domain/mention.js';
import { LARGEST_PAGE, type Page } from '#domain/paging.js';
import type { Store } from '#domain/ports/store.js';
import { BATCH_ROWS, importFile } from '#graph-jobs/ingest/import-file.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import type { ScenarioParameters } from '#simulator/parameters.js';
import type { MentionTruth, ScenarioTruth } from '#simulator/truth.js';
import { writeScenario } from '#simulator/write-scenario.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';

/** A store with a scenario of the simulator and its issue, for as long as `work` takes. */
export async function withScenario(
  parameters: ScenarioParameters,
  work: (store: Store, truth: ScenarioTruth) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  const store = openEmbeddedStore({
    file: join(folder, 'store.db'),
    pseudonymize: keyedPseudonyms(Buffer.alloc(32, 7)),
  });
  try {
    await work(store, await fill(store, join(folder, 'scenario.ndjson'), parameters));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function fill(store: Store, path: string, parameters: ScenarioParameters): Promise<ScenarioTruth> {
  const truth = await writeScenario(parameters, { out: path, truth: null });
  const options = { now: Date.now(), platform: undefined, stream: undefined, mapping: undefined };
  const request = { path, format: 'jejaring' as const, options, resume: false, batchRows: BATCH_ROWS };
  const { signal } = new AbortController();
  const { session } = await importFile(store.ingest, { ...request, rejectsPath: `${path}.rejects.ndjson` }, { signal });
  if (session.checkpoint.rejected > 0) throw new Error('the store refuses mentions of the scenario');
  await store.issues.create({ ...DEMO_ISSUE, ownerAgencyId: null, sharedWith: [] });
  return truth;
}

/** The id that a mention of the truth has in the store. */
export function storedId({ platform, id }: MentionTruth): string {
  return `${platform}:${id}`;
}

/** All mentions of the scenario's issue, oldest first. */
export async function allMentions({ mentions }: Store): Promise<Mention[]> {
  const all: Mention[] = [];
  for (let after: string | null = null; ; ) {
    const filter = { issueId: DEMO_ISSUE.id };
    const page: Page<Mention> = await mentions.page(filter, 'OLDEST', { first: LARGEST_PAGE, after });
    all.push(...page.items.map(({ node }) => node));
    if (!page.hasNextPage) return all;
    after = page.items.at(-1)!.cursor;
  }
}
