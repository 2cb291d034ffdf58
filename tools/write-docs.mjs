// Writes the docs that come from the code: run after a change of a command's words (needs a build).
import { writeFileSync } from 'node:fs';
import { buildProgram } from '../dist/cli/command-line.js';
import { commandReference } from '../dist/cli/docs/command-reference.js';

writeFileSync(new URL('../docs/cli.md', import.meta.url), commandReference(await buildProgram()));
