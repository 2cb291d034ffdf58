// The in-process engine against Graph Data Science on one network; README.md tells what is compared.
//   node dist/bench/engines/main.js [russian] [ced]
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { measuredProcess } from '../coordination/measured-process.js';
import { type DataName, fillStore } from './fill-store.js';

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
const names = process.argv.slice(2) as DataName[];
const { startNeo4j } = (await import(pathToFileURL(packageFile('tools/neo4j/start-neo4j.mjs')).href)) as {
  startNeo4j: (options: object) => Promise<Server>;
};
const server = await startNeo4j({ folder: join(folder, 'server'), gds: true, heap: '3g', pageCacheMiB: 1024 });
try {
  const { uri, user, password } = server;
  Object.assign(process.env, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  process.env.JEJARING_DATA = folder;
  for (const name of names.length === 0 ? (['russian', 'ced'] as const) : names) {
    await fillStore(name, folder);
    await compare(name);
  }
} finally {
  await server.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

async function compare(name: DataName): Promise<void> {
  const [ours, theirs] = [await measure(name, 'in-process'), await measure(name, 'gds')];
  const apart = Math.abs(ours.modularity - theirs.modularity);
  console.log(
    `${name}: components equal ${ours.components === theirs.components}, modularity ${apart.toFixed(4)} apart`,
  );
  if (ours.components !== theirs.components || apart > 0.01) throw new Error(`${name}: the engines differ`);
}

async function measure(
  name: DataName,
  engine: 'in-process' | 'gds',
): Promise<{ components: string; modularity: number }> {
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
