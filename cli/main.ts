#!/usr/bin/env node
import '#platform/production-mode.js';

import { runCommandLine } from './command-line.js';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const code = await runCommandLine(process.argv.slice(2));
// Not by itself: a connection that a server took and never answers would hold the process.
process.stdout.write('', () => process.exit(code));
