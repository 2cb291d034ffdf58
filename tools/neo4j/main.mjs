// npm run neo4j: a real Neo4j Community for work and tests on this machine. docs/neo4j.md tells more.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { versions } from './artefact-manifest.mjs';
import { LaunchError } from './launch-error.mjs';
import { passwordFile } from './password.mjs';
import { startNeo4j } from './start-neo4j.mjs';

const HELP = `npm run neo4j -- [options]    Neo4j Community ${versions().neo4j} on 127.0.0.1, until Ctrl-C or SIGTERM

  --port NUMBER           port of Bolt (default 7687)
  --data FOLDER           data folder (default .jejaring/neo4j under the working directory)
  --heap SIZE             most heap, as 512m or 2g (default 2g)
  --page-cache MIB        memory for data pages, besides the heap (default 1024)
  --query-timeout SECONDS longest time of a transaction that asks for no other (default 300)
  --password-file FILE    password of user neo4j; else NEO4J_PASSWORD; else one is made and kept in the data folder
  --gds                   with Graph Data Science ${versions().gds}
  --help

Needs a JDK 17 or 21, and Maven for the first start (116 MB of jars, kept in \${XDG_CACHE_HOME:-~/.cache}/jejaring).
Exit codes: 0 stopped on request, 1 could not start or ended by itself, 2 wrong options.`;

const OPTIONS = {
  port: { type: 'string', default: '7687' },
  data: { type: 'string', default: '.jejaring/neo4j' },
  heap: { type: 'string', default: '2g' },
  'page-cache': { type: 'string', default: '1024' },
  'query-timeout': { type: 'string', default: '300' },
  'password-file': { type: 'string' },
  gds: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

const say = (message) => process.stderr.write(`${message}\n`);

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    say(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

function givenPassword(file) {
  if (file === undefined) return process.env.NEO4J_PASSWORD || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new LaunchError(
      'BAD_PARAMETERS',
      `password file ${file}: ${cause.code}`,
      'give a file with the password alone in it',
    );
  }
}

async function main() {
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return;
  }
  const started = performance.now();
  // A signal during the start takes effect when there is something to stop.
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve(signal));
  });
  const given = givenPassword(options['password-file']);
  say(`starting Neo4j ${versions().neo4j}: checks its jars, then takes half a minute or so`);
  const server = await startNeo4j({
    folder: options.data,
    port: Number(options.port),
    heap: options.heap,
    pageCacheMiB: Number(options['page-cache']),
    queryTimeoutSeconds: Number(options['query-timeout']),
    gds: options.gds,
    password: given,
    log: say,
  });
  const where = given === undefined ? passwordFile(options.data) : 'as given';
  say(`ready after ${Math.round((performance.now() - started) / 100) / 10} s`);
  console.log(`NEO4J_URI=${server.uri} NEO4J_USER=${server.user}`);
  say(`password: ${where}`);
  const signal = await Promise.race([asked, server.ended()]);
  if (signal === undefined)
    throw new LaunchError('START_FAILED', 'the server ended by itself', `see ${options.data}/logs/debug.log`);
  say(`stopping (${signal})`);
  await server.stop();
}

main().then(
  () => process.exit(0),
  (error) => {
    if (!(error instanceof LaunchError)) throw error;
    say(`${error.code}: ${error.message}\n  ${error.hint}`);
    process.exit(error.code === 'BAD_PARAMETERS' ? 2 : 1);
  },
);
