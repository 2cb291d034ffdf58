// npm run test:neo4j: the contract and end-to-end suites on real Neo4j servers of their own. Words after -- go to jest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LaunchError } from './launch-error.mjs';
import { startNeo4j } from './start-neo4j.mjs';

// Both contracts, so that their counts can be compared, all that runs on whichever store is set, and what is about Neo4j.
// What needs no store, and the launcher's own suites, run in npm test.
const SUITES = [
  'test/contract/(embedded|neo4j).test',
  'test/e2e/(?!coordination|readme|browser/report|spread-file|watch-|sentiment|gateway|audit|access/(?!regions))',
  '(store|test|bench|cli)/.*neo4j',
  'graph-jobs/map-issue/',
];
/** A test that never yields lets jest report nothing and end nothing. */
const MOST_HOURS = 3;
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const say = (message) => process.stderr.write(`${message}\n`);
let asked = null;
let jest = null;
for (const signal of Object.keys(SIGNALS))
  process.on(signal, () => {
    asked = signal;
    jest?.kill(signal);
  });

/** Whether the caller names suites. Options that take a value are known here, so that it is not taken for one. */
function choosesSuites(words) {
  const value = { type: 'string' };
  const options = { testNamePattern: { ...value, short: 't' }, outputFile: value };
  return parseArgs({ args: words, options, strict: false, allowPositionals: true }).positionals.length > 0;
}

/** One suite at a time on each server: a server has one database, and suites empty it. */
async function runJest(servers, words) {
  const { NEO4J_DATABASE: _, NEO4J_PASSWORD_FILE: __, ...inherited } = process.env;
  const named = servers.map(({ uri, user, password }) => ({
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
  }));
  const bin = createRequire(import.meta.url).resolve('jest/bin/jest');
  const ours = [join(import.meta.dirname, 'contract-counts.cjs'), join(import.meta.dirname, '../end-in-time.cjs')];
  const reporters = ['default', ...ours].flatMap((reporter) => ['--reporters', reporter]);
  const suites = choosesSuites(words) ? [] : SUITES;
  const environment = join(import.meta.dirname, 'server-of-worker.cjs');
  const workers = servers.length === 1 ? ['--runInBand'] : ['--maxWorkers', `${servers.length}`, '--env', environment];
  jest = spawn(process.execPath, [bin, ...workers, ...suites, ...words, ...reporters], {
    stdio: 'inherit',
    env: {
      ...inherited,
      NODE_OPTIONS: '--experimental-vm-modules',
      JEJARING_TEST_NEO4J: '1',
      ...named[0],
      JEJARING_TEST_NEO4J_SERVERS: JSON.stringify(named),
    },
  });
  const late = setTimeout(() => {
    say(`jest is ended: it has run for ${MOST_HOURS} hours`);
    jest.kill('SIGKILL');
  }, MOST_HOURS * 3_600_000);
  const [code] = await once(jest, 'close');
  clearTimeout(late);
  return code ?? 1;
}

/** Suites and servers take turns, and each waits half of the time: two of both fill two processors. */
const SERVERS = 2;

async function main() {
  const words = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-test-neo4j-'));
  const servers = [];
  try {
    for (let n = 1; n <= (choosesSuites(words) ? 1 : SERVERS); n += 1) servers.push(await start(join(folder, `${n}`)));
    const code = asked === null ? await runJest(servers, words) : 1;
    return asked === null ? code : SIGNALS[asked];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder) {
  // To empty a database of CED takes more than a gigabyte: the server holds all its nodes until they are deleted.
  const heap = process.env.JEJARING_TEST_CED === '1' ? '2g' : '1g';
  const server = await startNeo4j({ folder, gds: true, heap, pageCacheMiB: 128, log: say });
  say(`Neo4j for the tests: ${server.uri}, stopped at their end`);
  return server;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    if (!(error instanceof LaunchError)) throw error;
    say(`${error.code}: ${error.message}\n  ${error.hint}`);
    process.exit(1);
  },
);
