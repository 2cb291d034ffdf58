import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { LaunchError } from './launch-error.mjs';

const FILE = 'neo4j.password';
const SHORTEST = 8;

/**
 * The password that was given, else the one of this data folder, made and kept (readable by its owner alone) on first
 * use. Throws BAD_PARAMETERS when it is shorter than Neo4j takes.
 * @param {{ given: string | undefined, folder: string }} options
 * @returns {string}
 */
export function passwordFor({ given, folder }) {
  const password = given ?? kept(folder);
  if (password.length < SHORTEST)
    throw new LaunchError(
      'BAD_PARAMETERS',
      `the password has fewer than ${SHORTEST} characters`,
      'choose a longer one',
    );
  return password;
}

/** @param {string} folder */
export function passwordFile(folder) {
  return join(folder, FILE);
}

function kept(folder) {
  const file = passwordFile(folder);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Waits for nothing: the server is up. Asks it a question with the password; a new data folder still has Neo4j's own
 * (neo4j/neo4j), which is changed first. Throws WRONG_PASSWORD.
 * @param {string} uri
 * @param {string} password
 */
export async function checkIn(uri, password) {
  try {
    await ask(uri, password, 'RETURN 1');
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
    await replaceFirstPassword(uri, password);
    await ask(uri, password, 'RETURN 1');
  }
}

async function replaceFirstPassword(uri, password) {
  try {
    await ask(uri, 'neo4j', "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", { password }, 'system');
  } catch (cause) {
    if (!isUnauthorized(cause)) throw cause;
    throw new LaunchError(
      'WRONG_PASSWORD',
      'this data folder has another password',
      'give the one it was first started with (--password-file or NEO4J_PASSWORD)',
      cause,
    );
  }
}

async function ask(uri, password, query, parameters = {}, database = 'neo4j') {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { telemetryDisabled: true });
  try {
    await driver.executeQuery(query, parameters, { database });
  } finally {
    await driver.close();
  }
}

function isUnauthorized(error) {
  return error?.code === 'Neo.ClientError.Security.Unauthorized';
}
