// Our import into Neo4j against LOAD CSV and a transaction a row; README.md tells what is compared.
//   node dist/bench/neo4j-import/main.js [ROWS] [FILE.csv.gz MAPPING.json]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageFile } from '#platform/package-root.js';
import { Neo4jConnection } from '#store/neo4j/connection.js';
import { importRows } from '../import/import-rows.js';
import type { Measured } from '../import/measured.js';
import { CREATING, loadCsv, MERGING, writeCsvFiles } from './load-csv.js';
import { ONE_ROW, SHAPE, WIPE } from './peers.cypher.js';
import { firstRows, type PreparedMention, preparedMentions } from './prepared-rows.js';

const NAIVE_ROWS = 2_000;
const WARM_UP_ROWS = 10_000;
const SHAPE_TIMEOUT = 120_000;

interface Server {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

const [
  rows = '200000',
  file = packageFile('../shared/data/ced/reposts.csv.gz'),
  mapping = packageFile('examples/mappings/ced-reposts.json'),
  dataFolder,
] = process.argv.slice(2);

if (dataFolder === undefined) await onServer(Number(rows));
else {
  const measured = await importRows(file, mapping, dataFolder);
  console.log(JSON.stringify({ ...measured, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

async function onServer(most: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-neo4j-'));
  const { startNeo4j } = (await import(pathToFileURL(packageFile('tools/neo4j/start-neo4j.mjs')).href)) as {
    startNeo4j: (options: object) => Promise<Server>;
  };
  const server = await startNeo4j({ folder: join(folder, 'server'), heap: '2g', pageCacheMiB: 512 });
  Object.assign(process.env, { NEO4J_URI: server.uri, NEO4J_USER: server.user, NEO4J_PASSWORD: server.password });
  const { uri, user, password } = server;
  const settings = { uri, user, password, database: null, caFile: null, poolSize: 4, retrySeconds: 0 };
  const connection = new Neo4jConnection(settings, { patienceMs: 0 });
  try {
    await compare(connection, folder, most);
  } finally {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(connection: Neo4jConnection, folder: string, most: number): Promise<void> {
  const [input, warmUp, readable] = [
    join(folder, 'rows.csv'),
    join(folder, 'warm-up.csv'),
    join(folder, 'server', 'import'),
  ];
  await firstRows(file, most, input);
  await firstRows(file, Math.min(most, WARM_UP_ROWS), warmUp);
  mkdirSync(readable, { recursive: true });

  runOurs(warmUp, folder);
  await connection.autoCommit(WIPE);
  writeCsvFiles(readable, await preparedMentions(warmUp, mapping, folder));
  for (const statements of [CREATING, MERGING]) {
    await loadCsv(connection, statements);
    await connection.autoCommit(WIPE);
  }

  const mentions = await preparedMentions(input, mapping, folder);
  writeCsvFiles(readable, mentions);
  const csv = tell('LOAD CSV', { rows: mentions.length, seconds: await loadCsv(connection, CREATING) });
  const created = await shapeOf(connection);
  await connection.autoCommit(WIPE);
  const merging = { rows: mentions.length, seconds: await loadCsv(connection, MERGING) };
  const csvMerging = tell('LOAD CSV that can be done again', merging);
  const merged = await shapeOf(connection);
  await connection.autoCommit(WIPE);

  const { peakMiB, ...measured } = runOurs(input, folder);
  const ours = tell('our import', measured, `, peak memory ${peakMiB} MiB`);
  const mine = await shapeOf(connection);
  console.log(`ours: ${mine}`);
  for (const theirs of [created, merged])
    if (mine !== theirs) throw new Error(`the graphs differ; by LOAD CSV: ${theirs}`);
  await connection.autoCommit(WIPE);

  const few = mentions.slice(0, NAIVE_ROWS);
  const naive = tell('a transaction a row', await rowByRow(connection, few));
  console.log(`ratio to LOAD CSV: ${(ours / csv).toFixed(2)}`);
  console.log(`ratio to LOAD CSV that can be done again: ${(ours / csvMerging).toFixed(2)}`);
  console.log(`ratio to a transaction a row: ${(ours / naive).toFixed(1)}`);
}

async function shapeOf(connection: Neo4jConnection): Promise<string> {
  const [shape] = await connection.read<object>(SHAPE, {}, SHAPE_TIMEOUT);
  return JSON.stringify(shape);
}

function runOurs(input: string, folder: string): Measured & { readonly peakMiB: number } {
  const words = [fileURLToPath(import.meta.url), '0', input, mapping, folder];
  const environment = { ...process.env };
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', env: environment })) as Measured & {
    peakMiB: number;
  };
}

async function rowByRow(connection: Neo4jConnection, mentions: readonly PreparedMention[]): Promise<Measured> {
  const started = performance.now();
  for (const row of mentions) await connection.write((cypher) => cypher.run(ONE_ROW, { row }));
  return { rows: mentions.length, seconds: (performance.now() - started) / 1000 };
}

function tell(what: string, measured: Measured, more = ''): number {
  const speed = measured.rows / measured.seconds;
  console.log(`${what}: ${measured.rows} rows in ${measured.seconds.toFixed(1)} s, ${Math.round(speed)} rows/s${more}`);
  return speed;
}
