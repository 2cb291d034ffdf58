// Compatible mode beside the real coordination-network-toolkit, pair for pair, on simulated posts with ties.
//   node dist/bench/peer-agreement/main.js [POSTS]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEER } from '../coordination/peer-toolkit.js';
import { type ComparedBehaviour, ownNetwork } from './own-network.js';
import { type DirectedWeights, PeerToolkit } from './peer-network.js';
import { simulatedPosts } from './simulated-posts.js';

const WINDOW_SECONDS = 30;
const SEEDS = [1, 2, 3];
const NETWORKS: Readonly<Record<ComparedBehaviour, string>> = {
  CO_REPOST: 'co_retweet',
  CO_LINK: 'co_link',
  CO_REPLY: 'co_reply',
};

const count = Number(process.argv[2] ?? 10_000);
for (const seed of SEEDS) {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  try {
    compare(seed, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compare(seed: number, folder: string): void {
  const posts = simulatedPosts(count, seed);
  const peer = new PeerToolkit(posts, folder);
  for (const [behaviour, type] of Object.entries(NETWORKS) as [ComparedBehaviour, string][]) {
    const theirs = peer.network(type, WINDOW_SECONDS);
    const ours = ownNetwork(posts, behaviour, WINDOW_SECONDS, folder);
    const different = differences(ours, theirs);
    const said =
      different.length === 0 ? 'alike, each with its weight' : `DIFFERENT in ${different.slice(0, 5).join('; ')}`;
    console.log(`seed ${seed}, ${behaviour} beside ${type} of ${PEER}: ${theirs.size} directed pairs, ${said}`);
    if (different.length > 0 || theirs.size === 0) process.exitCode = 1;
  }
}

function differences(ours: DirectedWeights, theirs: DirectedWeights): string[] {
  const pairs = new Set([...ours.keys(), ...theirs.keys()]);
  return [...pairs]
    .filter((pair) => ours.get(pair) !== theirs.get(pair))
    .map((pair) => `${pair}: ours ${ours.get(pair) ?? 0}, theirs ${theirs.get(pair) ?? 0}`);
}
