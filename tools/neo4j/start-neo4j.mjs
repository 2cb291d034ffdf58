import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { findJava } from './find-java.mjs';
import { LaunchError } from './launch-error.mjs';
import { Neo4jProcess } from './neo4j-process.mjs';
import { checkIn, passwordFor } from './password.mjs';
import { resolveArtefacts } from './resolve-artefacts.mjs';

/**
 * @typedef {object} Neo4jOptions
 * @property {string} folder Data folder; made when absent.
 * @property {boolean} [gds] Whether Graph Data Science is loaded.
 * @property {number} [port] Port of Bolt on 127.0.0.1; a free one when absent.
 * @property {string} [heap] Most heap of the server, as Java writes it: `2g`.
 * @property {number} [pageCacheMiB] Memory for the pages of the data files, besides the heap.
 * @property {number} [queryTimeoutSeconds] Longest time of a transaction that does not ask for another.
 * @property {string} [password] Of user neo4j; when absent, one made for the folder and kept in it.
 * @property {(message: string) => void} [log]
 *
 * @typedef {object} RunningNeo4j
 * @property {string} uri
 * @property {string} user
 * @property {string} password
 * @property {number | undefined} pid
 * @property {() => Promise<void>} ended Resolves when the server has ended, however.
 * @property {() => Promise<void>} kill9 SIGKILL, as a power cut would.
 * @property {() => Promise<void>} stop Clean stop.
 */

/**
 * Starts a real Neo4j Community on loopback and answers when it has answered a query. The caller stops it; it also ends
 * when the calling process ends. Throws LaunchError.
 * @param {Neo4jOptions} options
 * @returns {Promise<RunningNeo4j>}
 */
export async function startNeo4j(options) {
  const { gds = false, heap = '2g', pageCacheMiB = 1_024, queryTimeoutSeconds = 300, log = () => undefined } = options;
  checkParameters(heap, pageCacheMiB, queryTimeoutSeconds, options.port ?? 0);
  const folder = resolve(options.folder);
  const java = findJava(process.env);
  const folders = await resolveArtefacts({ gds, environment: process.env, log });
  const port = await takePort(options.port ?? 0);
  mkdirSync(folder, { recursive: true });
  const password = passwordFor({ given: options.password, folder });
  const uri = `bolt://127.0.0.1:${port}`;
  const server = new Neo4jProcess({ java, folders, folder, port, heap, pageCacheMiB, queryTimeoutSeconds });
  try {
    await server.up();
    await checkIn(uri, password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    uri,
    user: 'neo4j',
    password,
    pid: server.pid,
    ended: () => server.ended(),
    kill9: () => server.kill9(),
    stop: () => server.stop(),
  };
}

function checkParameters(heap, pageCacheMiB, queryTimeoutSeconds, port) {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new LaunchError(
      'BAD_PARAMETERS',
      `port: ${port} is not a port`,
      'give a number from 0 (any free one) to 65535',
    );
  if (!/^\d+[mg]$/i.test(heap))
    throw new LaunchError('BAD_PARAMETERS', `"${heap}" is not an amount of heap`, 'write it as 512m or 2g');
  for (const [name, value] of Object.entries({ pageCacheMiB, queryTimeoutSeconds }))
    if (!Number.isSafeInteger(value) || value <= 0)
      throw new LaunchError(
        'BAD_PARAMETERS',
        `${name}: ${value} is not a whole number above 0`,
        'see npm run neo4j -- --help',
      );
}

/** The port, seen to be free; 0 asks for any. Told before Java runs, since Neo4j says it after ten seconds only. */
async function takePort(port) {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
    return probe.address().port;
  } catch (cause) {
    throw new LaunchError(
      'PORT_TAKEN',
      `port ${port} cannot be listened on: ${cause.code}`,
      'stop what listens there, or give --port',
      cause,
    );
  } finally {
    probe.close();
  }
}
