import { spawnSync } from 'node:child_process';
import { findJava } from './find-java.mjs';
import { inCache } from './resolve-artefacts.mjs';

/**
 * Why a real Neo4j cannot be started here without a download, or null when it can. Tests ask, so that a machine with
 * Node alone skips them where everybody sees it.
 * @param {{ gds?: boolean, maven?: boolean, environment?: NodeJS.ProcessEnv }} [options]
 * @returns {string | null}
 */
export function missingForNeo4j({ gds = false, maven = false, environment = process.env } = {}) {
  try {
    findJava(environment);
  } catch (error) {
    return `${error.code}: ${error.message}`;
  }
  if (maven && spawnSync('mvn', ['-v'], { env: environment }).status !== 0) return 'Maven is not there';
  return inCache({ gds, environment }) ? null : 'its jars are not in the cache: run "npm run neo4j" once';
}
