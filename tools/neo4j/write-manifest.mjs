// Writes artefacts.sha256 anew from what Maven gives for the pom: run it after a change of version, and read the diff.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANIFEST, sha256Of, versions } from './artefact-manifest.mjs';
import { copyDependencies } from './resolve-artefacts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-neo4j-manifest-'));
try {
  await copyDependencies({ to: join(folder, 'lib'), gds: false, environment: process.env });
  await copyDependencies({ to: join(folder, 'all'), gds: true, environment: process.env });
  const lib = readdirSync(join(folder, 'lib')).sort();
  const gds = readdirSync(join(folder, 'all')).sort().filter(addedBy(lib, versions().gds));
  const lines = [];
  for (const [part, from, names] of [
    ['lib', 'lib', lib],
    ['gds', 'all', gds],
  ])
    for (const name of names) {
      const file = join(folder, from, name);
      lines.push(`${await sha256Of(file)} ${statSync(file).size} ${part}/${name}`);
    }
  writeFileSync(MANIFEST, `${lines.join('\n')}\n`);
  console.log(`${lib.length} jars of Neo4j, ${gds.length} of Graph Data Science`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * What Graph Data Science adds. Its own jars always: `annotations` is a name that Neo4j has too, for another artefact,
 * and without it every algorithm fails. Of the rest, only artefacts that Neo4j does not bring in a version of its own.
 */
function addedBy(lib, gdsVersion) {
  const artefact = (name) => name.replace(/-\d.*$/, '');
  const known = new Set(lib.map(artefact));
  return (name) => name.endsWith(`-${gdsVersion}.jar`) || !known.has(artefact(name));
}
