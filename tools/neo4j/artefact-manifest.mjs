import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

export const POM = join(HERE, 'pom.xml');
export const MANIFEST = join(HERE, 'artefacts.sha256');

/**
 * One jar that the server needs. `part`: `lib` is Neo4j itself, `gds` what Graph Data Science adds.
 * @typedef {{ sha256: string, bytes: number, part: 'lib' | 'gds', name: string }} Artefact
 */

/** Versions as the pom says them.
 * @returns {{ neo4j: string, gds: string }} */
export function versions() {
  const pom = readFileSync(POM, 'utf8');
  const property = (name) => new RegExp(`<${name}\\.version>([^<]+)<`).exec(pom)[1];
  return { neo4j: property('neo4j'), gds: property('gds') };
}

/**
 * The jars that were looked at when the version was chosen, by their SHA-256: whatever a repository or a broken
 * download gives later, nothing else is run.
 * @param {string} file
 * @returns {Artefact[]}
 */
export function readManifest(file = MANIFEST) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha256, bytes, path] = line.split(/\s+/);
      const [part, name] = path.split('/');
      return { sha256, bytes: Number(bytes), part, name };
    });
}

/**
 * Those of `artefacts` that are not in `folder` as the manifest says: absent, cut short, or changed.
 * @param {string} folder
 * @param {readonly Artefact[]} artefacts
 * @returns {Promise<Artefact[]>}
 */
export async function damaged(folder, artefacts) {
  const bad = [];
  for (const artefact of artefacts) if (!(await isWhole(join(folder, artefact.name), artefact))) bad.push(artefact);
  return bad;
}

async function isWhole(file, { bytes, sha256 }) {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes) return false;
  return (await sha256Of(file)) === sha256;
}

/** @param {string} file @returns {Promise<string>} */
export async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
