// Louvain of `jejaring map` beside igraph's Louvain and Leiden on the same networks; README.md tells what is compared.
//   node dist/bench/communities/main.js [russian] [co-action] [ced]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '#platform/package-root.js';
import { pythonEnvironment } from '../coordination/python-environment.js';
import { compareOn, type Finder } from './compare-on.js';
import { NETWORKS, type NetworkName } from './networks.js';
import { ownLouvain } from './own-louvain.js';

const PEER = 'igraph==1.0.0';
const SEEDS = [1, 2, 3, 4, 5];

const words = process.argv.slice(2);
// Each side is a process of its own: this file again for ours.
if (words[0] === '--own') ownLouvain(words[1]!, words[2]!, words.slice(3).map(Number));
else await compare(words as NetworkName[]);

async function compare(names: readonly NetworkName[]): Promise<void> {
  const python = join(pythonEnvironment(PEER), 'bin', 'python');
  const script = packageFile('bench/communities/igraph-communities.py');
  const igraph = (name: string, method: string): Finder => ({
    name,
    command: (network, out, seeds) => [python, script, network, out, method, ...seeds],
  });
  const finders: Finder[] = [
    {
      name: 'jejaring Louvain',
      command: (network, out, seeds) => [
        process.execPath,
        fileURLToPath(import.meta.url),
        ...['--own', network, out, ...seeds],
      ],
    },
    igraph('igraph Louvain', 'louvain'),
    igraph('igraph Leiden', 'leiden'),
    igraph('igraph Leiden, until stable', 'leiden-stable'),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  try {
    for (const name of names.length === 0 ? (Object.keys(NETWORKS) as NetworkName[]) : names) {
      const network = await NETWORKS[name](folder);
      if (!compareOn(name, network, finders, SEEDS, folder)) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
