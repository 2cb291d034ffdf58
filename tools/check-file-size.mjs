// Fails when a source file passes the size that one can hold in mind: 300 lines for any, and a median of 100 for all.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LIMIT = 300;
const files = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  '*.ts',
  '*.tsx',
  '*.mjs',
  '*.cjs',
])
  .toString()
  .split('\n')
  .filter(Boolean);
const sizes = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));
const over = sizes.filter(({ lines }) => lines > LIMIT);
for (const { file, lines } of over) console.error(`${file}: ${lines} lines, at most ${LIMIT}`);
const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
console.log(`${sizes.length} files, median ${sorted[sorted.length >> 1]} lines, longest ${sorted.at(-1)}`);
process.exitCode = over.length > 0 ? 1 : 0;
