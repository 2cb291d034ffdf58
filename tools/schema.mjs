// Generates the SDL of every subgraph and the supergraph from the code: `--write` commits them to disk, `--check` fails
// when a committed file differs. Reads dist/, so build first (the npm scripts do).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { HUB_SUBGRAPHS } from '../dist/cli/serve/hub-subgraphs.js';
import { composeSupergraph } from '../dist/gateway/compose-supergraph.js';

const files = new Map(HUB_SUBGRAPHS.map(({ name, sdl }) => [`subgraphs/${name}/schema.graphql`, sdl]));
files.set('gateway/supergraph.graphql', composeSupergraph(HUB_SUBGRAPHS));

const drifted = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
if (process.argv.includes('--write')) {
  for (const [path, text] of drifted) writeFileSync(path, text);
  console.log(drifted.length === 0 ? 'nothing changed' : drifted.map(([path]) => `wrote ${path}`).join('\n'));
} else if (drifted.length > 0) {
  for (const [path] of drifted) console.error(`${path} differs from the code: run "npm run schema:write"`);
  process.exitCode = 1;
}
