import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { damaged, POM, readManifest, versions } from './artefact-manifest.mjs';
import { LaunchError } from './launch-error.mjs';

const FIND_MAVEN =
  'install Maven ("apt-get install maven", "brew install maven"); it is needed once, to fetch the server';

/**
 * Where the jars are kept between starts, outside the work tree.
 * @param {NodeJS.ProcessEnv} environment
 */
export function cacheFolder(environment) {
  const base = environment.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'jejaring', `neo4j-${versions().neo4j}`);
}

/** Folders of the jars, `gds` null unless asked for.
 * @typedef {{ lib: string, gds: string | null }} ArtefactFolders */

/**
 * The jars, each checked against the manifest; what is absent or damaged is fetched. Several starts at once do each
 * other no harm: every one fetches aside and moves whole files into place.
 * Throws MAVEN_MISSING, ARTEFACTS_UNAVAILABLE or ARTEFACTS_DAMAGED.
 * @param {{ gds: boolean, environment: NodeJS.ProcessEnv, log: (message: string) => void }} options
 * @returns {Promise<ArtefactFolders>}
 */
export async function resolveArtefacts({ gds, environment, log }) {
  const cache = cacheFolder(environment);
  const folders = { lib: join(cache, 'lib'), gds: gds ? join(cache, `gds-${versions().gds}`) : null };
  for (const [part, folder] of Object.entries(folders))
    if (folder !== null) await complete(part, folder, environment, log);
  return folders;
}

/**
 * Whether everything is in the cache, so that a start downloads nothing.
 * @param {{ gds: boolean, environment: NodeJS.ProcessEnv }} options
 */
export function inCache({ gds, environment }) {
  const cache = cacheFolder(environment);
  const names = (folder) => new Set(safeList(join(cache, folder)));
  const have = { lib: names('lib'), gds: names(`gds-${versions().gds}`) };
  return readManifest().every(({ part, name }) => (part === 'gds' && !gds) || have[part].has(name));
}

async function complete(part, folder, environment, log) {
  const wanted = readManifest().filter((artefact) => artefact.part === part);
  let bad = await damaged(folder, wanted);
  // Maven's own repository may hold the damage: the second try is made in an empty one.
  for (const fresh of [false, true]) {
    if (bad.length === 0) return;
    log(
      `fetching ${bad.length} of ${wanted.length} jars (${part}) with Maven${fresh ? ', from an empty repository' : ''}`,
    );
    await fetchInto(folder, part, bad, fresh, environment);
    bad = await damaged(folder, bad);
  }
  if (bad.length > 0)
    throw new LaunchError(
      'ARTEFACTS_DAMAGED',
      `${bad.map(({ name }) => name).join(', ')} differ from tools/neo4j/artefacts.sha256, also when fetched anew`,
      'look at what the Maven repository serves; after a change of version run "npm run neo4j:manifest"',
    );
}

async function fetchInto(folder, part, wanted, fresh, environment) {
  mkdirSync(folder, { recursive: true });
  const aside = `${folder}.${process.pid}`;
  const repository = fresh ? `${aside}.repository` : null;
  try {
    await copyDependencies({ to: aside, gds: part === 'gds', repository, environment });
    const got = new Set(safeList(aside));
    for (const { name } of wanted) if (got.has(name)) renameSync(join(aside, name), join(folder, name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (repository !== null) rmSync(repository, { recursive: true, force: true });
  }
}

/**
 * Has Maven put all jars of the pom into a folder; it checks its own checksums on the way (`-C`).
 * @param {{ to: string, gds: boolean, repository?: string | null, environment: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 */
export function copyDependencies({ to, gds, repository = null, environment }) {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${to}`, '-DincludeScope=runtime'];
  const settings = [...(gds ? ['-Pgds'] : []), ...(repository === null ? [] : [`-Dmaven.repo.local=${repository}`])];
  return new Promise((resolve, reject) => {
    const maven = spawn('mvn', ['-q', '-B', '-C', '-f', POM, ...goal, ...settings], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [maven.stdout, maven.stderr])
      stream.on('data', (text) => {
        said = (said + text).slice(-2_000);
      });
    maven.on('error', (cause) => reject(new LaunchError('MAVEN_MISSING', '"mvn" does not run', FIND_MAVEN, cause)));
    maven.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new LaunchError(
            'ARTEFACTS_UNAVAILABLE',
            `Maven could not fetch the server:\n${said.trim()}`,
            'is the network there?',
          ),
        );
    });
  });
}

function safeList(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
