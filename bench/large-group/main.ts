// One very large co-timed group through detection, scoring, run document and store: bytes, seconds and peak memory.
//   node dist/bench/large-group/main.js [accounts] [edges]
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Detection } from '#domain/detection.js';
import type { CoTimedEdge, EdgeTest } from '#domain/finding.js';
import { DEFAULT_RUN_PARAMETERS, type Run, type RunParameters } from '#domain/run.js';
import { strongestEdges } from '#domain/strongest-edges.js';
import { detectGroups, detectInCopy } from '#graph-jobs/detect/detect-groups.js';
import { InProcessEngine } from '#graph-jobs/map/engine/in-process-engine.js';
import { mapSpread } from '#graph-jobs/map/map-spread.js';
import { runDocument } from '#graph-jobs/report/document/run-document.js';
import { compareCascades } from '#graph-jobs/score/compare-cascades.js';
import { scoreGroups } from '#graph-jobs/score/score-groups.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';
import { groupColumns } from './group-columns.js';

const MIB = 2 ** 20;
const [accounts, edges] = [Number(process.argv[2] ?? 50_000), Number(process.argv[3] ?? 500_000)];
const issue = { id: 'bench', title: 'bench', query: 'a', ownerAgencyId: null, sharedWith: [] };
const parameters: RunParameters = {
  ...DEFAULT_RUN_PARAMETERS,
  mode: 'COMPATIBLE',
  behaviours: ['CO_HASHTAG'],
  minWeight: 1,
  minParticipation: 1,
  resolution: 0.001,
  shuffledCopies: 0,
  engine: 'IN_PROCESS',
};
const run: Run = {
  ...{ id: 'run-bench', issueId: 'bench', queryVersion: 1, state: 'RUNNING', inputHash: 'ff', parameters },
  ...{ engineReason: null, codeVersion: 'bench', counts: {}, timings: {}, startedAt: 1, finishedAt: null, error: null },
};

const columns = groupColumns(accounts, edges);
const detection = withTests(await timed('detect', () => detectGroups(columns, parameters)));
const sizes = detection.groups.map(({ members, edges: own }) => `${members.length} accounts and ${own.length} edges`);
console.log(`${sizes.length} group: ${sizes[0]}`);
const groups = await timed('score', () =>
  scoreGroups({ columns, detection, parameters, runId: run.id, issueId: issue.id, detect: detectInCopy }),
);
const map = await mapSpread(columns, {
  ...{ engine: new InProcessEngine(), runId: run.id, issueId: issue.id, method: 'LOUVAIN', resolution: 1, seed: 1 },
});
const document = await timed('run document', () =>
  runDocument({
    ...{
      run,
      columns,
      map,
      comparison: compareCascades(columns, map.cascades),
      groups,
      crowdedObjects: 0,
      windows: [],
      model: null,
    },
    issue: { ...issue, queryVersion: 1, createdAt: 0, updatedAt: 0 },
  }),
);
const { evidence: _evidence, ...finding } = groups[0]!;
console.log(`finding ${mib(JSON.stringify(finding).length)}, document ${mib(JSON.stringify(document.groups).length)}`);
console.log(`(members alone ${mib(JSON.stringify(finding.members).length)})`);
await throughStore();
await strongest();
console.log(`peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);

async function throughStore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-group-'));
  const file = join(folder, 'store.db');
  const store = openEmbeddedStore({ file, pseudonymize: keyedPseudonyms(Buffer.alloc(32, 7)) });
  try {
    await store.issues.create(issue);
    await store.runs.put(run);
    const nothing = new Uint32Array(0);
    const network = { accounts: [], community: nothing, source: nothing, target: nothing, weight: nothing };
    await timed('write', () => store.runs.writeResults(run, { document, network, cascades: [], groups }));
    await store.runs.put({ ...run, state: 'DONE' });
    await timed('read the finding', () => store.findings.get([groups[0]!.id]));
    await timed('read its history', () => store.findings.ofLine(groups[0]!.id, { first: 50, after: null }));
    await timed('read the document', () => store.runs.document(run.id));
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    console.log(`files of the store ${mib(bytes)}`);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The strongest of all edges, beside sorting them all. */
async function strongest(): Promise<void> {
  const id = (code: number) => columns.accounts[code]!.id;
  const all = detection.groups[0]!.edges.map(
    (edge): CoTimedEdge => ({ ...edge, from: id(edge.from), to: id(edge.to) }),
  );
  const worst = ({ tests }: CoTimedEdge) =>
    tests!.toSorted((a, b) => Math.max(a.qWho, a.qWhen) - Math.max(b.qWho, b.qWhen) || b.occasions - a.occasions)[0]!;
  for (const most of [8, 2000]) {
    const sorted = await timed(`the ${most} strongest, all sorted`, () => {
      const known = all.map((edge) => ({ edge, test: worst(edge) }));
      const rate = ({ test }: (typeof known)[number]) => Math.max(test.qWho, test.qWhen);
      known.sort((a, b) => rate(a) - rate(b) || b.test.occasions - a.test.occasions);
      return known.slice(0, most).map(({ edge }) => edge);
    });
    const chosen = await timed(`the ${most} strongest, selected`, () => strongestEdges(all, most));
    if (chosen.some((edge, i) => edge !== sorted[i])) throw new Error('the selection differs from the sort');
  }
}

/** Figures against chance at three windows, as a calibrated run keeps them. */
function withTests(of: Detection): Detection {
  const tests = (edge: number): EdgeTest[] =>
    [10, 60, 600].map((windowSeconds, w) => {
      const rate = ((edge * 7919 + w * 104_729) % 999_983) / 1e8;
      const qWhen = Number((rate * 1.37).toPrecision(6));
      return {
        windowSeconds,
        occasions: 2 + (edge % 7),
        expected: 0.00123457,
        qWho: Number(rate.toPrecision(6)),
        qWhen,
      };
    });
  const groups = of.groups.map((group) => ({
    ...group,
    edges: group.edges.map((edge, i) => ({ ...edge, tests: tests(i) })),
  }));
  return { ...of, groups };
}

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const started = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(started);
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`${what}: ${((user + system) / 1e6).toFixed(2)} s of processor (peak so far ${peak} MiB)`);
  return result;
}

function mib(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
