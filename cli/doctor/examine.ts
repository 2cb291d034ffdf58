import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { controlledEnvironment } from '#gateway/access/controlled-environment.js';
import { dropAbandonedRuns } from '#graph-jobs/abandoned-runs.js';
import { type Environment, readEnvironment } from '#platform/environment.js';
import { KEY_FILE } from '#platform/key-file.js';
import { codeVersion } from '#platform/package-root.js';
import { keyedPseudonyms, keyFingerprint, pseudonymKey } from '#platform/pseudonym.js';
import { openStore } from '#store/open-store.js';
import type { Diagnosis } from './diagnosis.js';
import { examineNeo4j } from './examine-neo4j.js';

const OLDEST_NODE = [20, 19] as const;

/** Looks at everything a process needs before it starts; makes nothing, except that an existing store is opened (migrated, rid of killed runs). */
export async function examine(variables: NodeJS.ProcessEnv, flags: { data?: string }): Promise<Diagnosis[]> {
  const diagnoses = [examineVersions()];
  try {
    const environment = readEnvironment(variables, flags);
    const { authenticate } = controlledEnvironment(variables, flags);
    diagnoses.push({
      part: 'configuration',
      state: 'ok',
      finding: `listens on ${environment.host}:${environment.port}, log level ${environment.logLevel}`,
    });
    diagnoses.push(examineAccess(authenticate !== null), examineFolder(environment), examineKey(environment));
    diagnoses.push(
      ...(await examineNeo4j(variables)),
      ...(await examineStore(environment, Boolean(variables.NEO4J_URI))),
    );
  } catch (error) {
    diagnoses.push(fault('configuration', error));
  }
  return diagnoses;
}

function examineVersions(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const finding = `${codeVersion()} on Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  if (old)
    return { part: 'versions', state: 'fault', finding, remedy: `install Node ${OLDEST_NODE.join('.')} or later` };
  return { part: 'versions', state: 'ok', finding };
}

/** Faults of its settings are faults of the configuration. */
function examineAccess(isOn: boolean): Diagnosis {
  const finding = isOn
    ? 'on: callers show API keys or tokens'
    : 'off: on loopback, and everybody there may ask everything';
  return { part: 'access', state: 'ok', finding };
}

function examineFolder({ dataFolder }: Environment): Diagnosis {
  if (!existsSync(dataFolder))
    return {
      part: 'data folder',
      state: 'warning',
      finding: `${dataFolder} is not there yet`,
      remedy: '"jejaring start" or "jejaring import" makes it',
    };
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    return { part: 'data folder', state: 'ok', finding: dataFolder };
  } catch {
    return {
      part: 'data folder',
      state: 'fault',
      finding: `${dataFolder} cannot be written`,
      remedy: 'give this user read and write access, or choose another with --data',
    };
  }
}

function keyFile({ dataFolder }: Pick<Environment, 'dataFolder'>): string {
  return join(dataFolder, KEY_FILE);
}

function examineKey(environment: Environment): Diagnosis {
  const file = keyFile(environment);
  if (!existsSync(file)) return { part: 'pseudonym key', state: 'ok', finding: 'will be made on first use' };
  const readableByOthers = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
  return readableByOthers
    ? {
        part: 'pseudonym key',
        state: 'fault',
        finding: `${file} can be read by other users`,
        remedy: `chmod 600 ${file}`,
      }
    : { part: 'pseudonym key', state: 'ok', finding: `readable by its owner only, ${fingerprint(environment)}` };
}

function fingerprint({ dataFolder }: Environment): string {
  return `fingerprint ${keyFingerprint(keyedPseudonyms(pseudonymKey(dataFolder)))}`;
}

const FIRST_USE: Diagnosis = { part: 'store', state: 'ok', finding: 'will be made on first use' };

const KEY_NEEDED: Diagnosis = {
  part: 'store',
  state: 'warning',
  finding: 'not looked at: there is no pseudonym key',
  remedy: 'if another machine made the store, copy its pseudonym.key into the data folder before the first start',
};

async function examineStore(environment: Environment, onNeo4j: boolean): Promise<Diagnosis[]> {
  // To open a store would make the key, and a new database keeps the first key that it meets.
  if (!existsSync(keyFile(environment))) return [onNeo4j ? KEY_NEEDED : FIRST_USE];
  try {
    const store = await openStore({ ...environment, existing: true });
    try {
      const { kind, schemaVersion, location } = await store.health();
      const { items } = await store.issues.page({}, { first: 500, after: null });
      const finding = `${kind}, schema ${schemaVersion}, ${items.length} issues, ${location}`;
      return [{ part: 'store', state: 'ok', finding }, ...examineRuns(await dropAbandonedRuns(store.runs))];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [error instanceof CodedError && error.code === 'NOT_FOUND' ? FIRST_USE : fault('store', error)];
  }
}

function examineRuns(abandoned: readonly string[]): Diagnosis[] {
  if (abandoned.length === 0) return [];
  const finding = `${abandoned.join(', ')}: killed a day ago or earlier; dropped what was half written`;
  return [{ part: 'runs', state: 'warning', finding, remedy: 'map the issue again where its result is wanted' }];
}

function fault(part: string, error: unknown): Diagnosis {
  const remedy = error instanceof CodedError ? error.hint : undefined;
  const finding = error instanceof Error ? error.message : String(error);
  return { part, state: 'fault', finding, ...(remedy === undefined ? {} : { remedy }) };
}
