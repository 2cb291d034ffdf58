// Generates the SDL of every subgraph, the supergraph, and what clients see of it and of its variants, from the code:
// `--write` commits them to disk, `--check` fails when a committed file differs. Reads dist/, so build first (the npm scripts do).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'graphql';
import { HUB_SUBGRAPHS } from '../dist/cli/serve/hub-subgraphs.js';
import { composeSupergraph } from '../dist/gateway/compose-supergraph.js';
import { contractSupergraph } from '../dist/gateway/contract/contract-supergraph.js';
import { publishedSdl } from '../dist/gateway/contract/published-schema.js';

const files = new Map(HUB_SUBGRAPHS.map(({ name, sdl }) => [`subgraphs/${name}/schema.graphql`, sdl]));
const supergraph = composeSupergraph(HUB_SUBGRAPHS);
files.set('gateway/supergraph.graphql', supergraph);
files.set('gateway/published/hub.graphql', publishedSdl(parse(supergraph)));
for (const tag of ['public', 'regional'])
  files.set(
    `gateway/published/${tag}.graphql`,
    contractSupergraph(supergraph, { include: [tag], exclude: [] }).published,
  );

const drifted = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
if (process.argv.includes('--write')) {
  for (const [path, text] of drifted) writeFileSync(path, text);
  console.log(drifted.length === 0 ? 'nothing changed' : drifted.map(([path]) => `wrote ${path}`).join('\n'));
} else if (drifted.length > 0) {
  for (const [path] of drifted) console.error(`${path} differs from the code: run "npm run schema:write"`);
  process.exitCode = 1;
}
