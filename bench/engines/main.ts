// The in-process engine against Graph Data Science on one network; README.md tells what is compared.
//   node dist/bench/engines/main.js [russian] [ced]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { measuredProcess } from '../coordination/measured-process.js';

const CED = packageFile('../shared/data/ced');
const DATA = {
  russian: [
    [packageFile('../shared/data/coortweet/russian_coord_tweets.csv.gz'), '--format', 'coortweet', '--platform', 'x'],
  ],
  ced: [
    [join(CED, 'posts.csv.gz'), '--format', 'csv', '--map', packageFile('examples/mappings/ced-posts.json')],
    [join(CED, 'reposts.csv.gz'), '--format', 'csv', '--map', packageFile('examples/mappings/ced-reposts.json')],
  ],
} as const;
const QUERY = { russian: 'platform:x', ced: 'platform:weibo' } as const;
type Name = keyof typeof DATA;

interface Server {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const kept = process.env.BENCH_NEO4J_FOLDER;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'jejaring-bench-engines-'));
mkdirSync(folder, { recursive: true });
const names = process.argv.slice(2) as Name[];
const { startNeo4j } = (await import(pathToFileURL(packageFile('tools/neo4j/start-neo4j.mjs')).href)) as {
  startNeo4j: (options: object) => Promise<Server>;
};
const server = await startNeo4j({ folder: join(folder, 'server'), gds: true, heap: '3g', pageCacheMiB: 1024 });
try {
  const { uri, user, password } = server;
  Object.assign(process.env, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  process.env.JEJARING_DATA = folder;
  for (const name of names.length === 0 ? (['russian', 'ced'] as const) : names) {
    await fill(name);
    await compare(name);
  }
} finally {
  await server.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

async function fill(name: Name): Promise<void> {
  const store = await openStore({ dataFolder: folder });
  const [known] = await store.issues.get([name]);
  await store.close();
  if (known !== null) return;
  for (const words of DATA[name]) jejaring(['import', ...words, '--rejects', folder]);
  jejaring(['issue', 'add', '--id', name, '--title', name, '--query', QUERY[name]]);
}

/** Rejected rows are no failure here: exit code 3. */
function jejaring(words: readonly string[]): void {
  try {
    execFileSync(process.execPath, [compiledModule('cli/main.js'), ...words], { stdio: 'ignore' });
  } catch (error) {
    if ((error as { status?: number }).status !== 3) throw error;
  }
}

async function compare(name: Name): Promise<void> {
  const [ours, theirs] = [await measure(name, 'in-process'), await measure(name, 'gds')];
  const apart = Math.abs(ours.modularity - theirs.modularity);
  console.log(
    `${name}: components equal ${ours.components === theirs.components}, modularity ${apart.toFixed(4)} apart`,
  );
  if (ours.components !== theirs.components || apart > 0.01) throw new Error(`${name}: the engines differ`);
}

async function measure(name: Name, engine: 'in-process' | 'gds'): Promise<{ components: string; modularity: number }> {
  const words = [compiledModule('cli/main.js'), 'map', name, '--engine', engine];
  const { peakMiB, exitCode } = measuredProcess(process.execPath, words);
  if (exitCode !== 0) throw new Error(`jejaring map ${name} --engine ${engine} ended with ${exitCode}`);
  const store = await openStore({ dataFolder: folder });
  const [run] = (await store.runs.page(name, { first: 1, after: null })).items;
  const document = (await store.runs.document(run!.node.id))!;
  await store.close();
  const {
    network: { modularity },
    measures,
  } = document;
  const components = JSON.stringify(measures?.components);
  const seconds = ((run!.node.timings.map ?? 0) / 1000).toFixed(1);
  console.log(
    `${name} ${engine}: components ${components}, modularity ${modularity.toFixed(5)}, map stage ${seconds} s, peak memory ${peakMiB} MiB, server ${peakOfServer()} MiB`,
  );
  return { components, modularity };
}

/** Peak resident memory since the server began, from Linux; elsewhere not known. */
function peakOfServer(): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}
