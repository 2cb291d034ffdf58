import { statSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { readNeo4jSettings } from '#platform/neo4j-settings.js';
import { serverFacts } from '#store/neo4j/server-facts.js';
import type { Diagnosis } from './diagnosis.js';

/** The server that NEO4J_URI names and the file of its password; nothing where the hub runs on the embedded store. */
export async function examineNeo4j(variables: NodeJS.ProcessEnv): Promise<Diagnosis[]> {
  try {
    const settings = readNeo4jSettings(variables);
    if (settings === null) return [];
    const file = variables.NEO4J_PASSWORD ? undefined : variables.NEO4J_PASSWORD_FILE;
    const password = file === undefined ? [] : [examinePasswordFile(file)];
    const { version, edition, gds } = await serverFacts(settings);
    const finding = `${version} ${edition} at ${settings.uri}, ${gds ? 'with' : 'without'} Graph Data Science`;
    return [...password, { part: 'Neo4j', state: 'ok', finding }];
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const remedy = error.hint === undefined ? {} : { remedy: error.hint };
    return [{ part: 'Neo4j', state: 'fault', finding: error.message, ...remedy }];
  }
}

function examinePasswordFile(file: string): Diagnosis {
  const readableByOthers = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
  return readableByOthers
    ? {
        part: 'Neo4j password',
        state: 'warning',
        finding: `${file} can be read by other users`,
        remedy: `chmod 600 ${file}`,
      }
    : { part: 'Neo4j password', state: 'ok', finding: 'readable by its owner only' };
}
