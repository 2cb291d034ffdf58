// `jejaring coordination --behaviour CO_TEXT` against coordination-network-toolkit, whole processes, one run.
//   node dist/bench/near-duplicates/main.js [ced|simulator|all] [POSTS] [--million] [--quality]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeasuredProcess } from '../coordination/measured-process.js';
import { PEER } from '../coordination/peer-toolkit.js';
import { linesOf, ourNetwork, writePosts } from './our-network.js';
import { PeerOnPosts } from './peer-network.js';
import { type Post, postsOf, type Source } from './posts.js';
import { bandNames, chineseTexts, indonesianTexts, type Quality, quality } from './quality.js';
import { sameAsCoTweet } from './same-as-co-tweet.js';

const DAY = 86_400;
const PEER_WINDOW = 60;
/** The toolkit's default. */
const MIN_WEIGHT = 2;
const MILLION = 1_000_000;

const words = process.argv.slice(2);
const asked = words.find((word) => ['ced', 'simulator', 'all'].includes(word)) ?? 'all';
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 300_000);
const sources: readonly Source[] = asked === 'all' ? ['ced', 'simulator'] : [asked as Source];
const extras = words.some((word) => word.startsWith('--')) ? words : ['--million', '--quality'];

const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
try {
  for (const source of sources) await compare(source);
  if (extras.includes('--million') && count >= 300_000) await million();
  if (extras.includes('--quality') && count >= 300_000) {
    printQuality(quality('Indonesian (SmSA)', indonesianTexts()));
    printQuality(quality('Chinese (CED)', await chineseTexts()));
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(source: Source): Promise<void> {
  const posts = await postsOf(source, count);
  console.log(`${source}: ${posts.length} posts with a text`);
  const file = join(folder, 'posts.csv');
  writePosts(posts, file);
  const ours = ourNetwork(file, folder, { windowSeconds: DAY, minWeight: MIN_WEIGHT });
  print('jejaring CO_TEXT, 24 h, file to edges', ours.measured, `${(await linesOf(ours.edges)) - 1} pairs`);
  const peer = new PeerOnPosts(posts, folder);
  print(`${PEER}, preprocess`, peer.preprocess);
  const compute = peer.compute('co_similar_tweet', PEER_WINDOW, MIN_WEIGHT);
  print(`${PEER}, co_similar_tweet, ${PEER_WINDOW} s`, compute, `${peer.pairs('co_similar_tweet').length} pairs`);
  const sum = (of: keyof MeasuredProcess) => peer.preprocess[of] + compute[of];
  const memory = Math.max(peer.preprocess.peakMiB, compute.peakMiB) / ours.measured.peakMiB;
  console.log(
    `ratio: ${(sum('seconds') / ours.measured.seconds).toFixed(1)} in time, ` +
      `${(sum('processorSeconds') / ours.measured.processorSeconds).toFixed(1)} in processor time, ${memory.toFixed(2)} in memory`,
  );
  agree(posts);
}

function agree(posts: readonly Post[]): void {
  const { both, onlyOurs, onlyPeer, ...same } = sameAsCoTweet(posts, PEER_WINDOW, folder);
  console.log(
    `equal texts at ${PEER_WINDOW} s against co_tweet, ${same.posts} posts: ${both} pairs in both, ` +
      `${onlyOurs} ours only, ${onlyPeer} theirs only`,
  );
  if (onlyOurs + onlyPeer > 0 || both === 0) process.exitCode = 1;
}

async function million(): Promise<void> {
  const real = await postsOf('ced', MILLION);
  const posts = [...real, ...(await postsOf('simulator', MILLION - real.length))];
  const file = join(folder, 'million.csv');
  writePosts(posts, file);
  const { measured, edges } = ourNetwork(file, folder, { windowSeconds: DAY, minWeight: MIN_WEIGHT });
  const found = `${(await linesOf(edges)) - 1} pairs`;
  print(`${posts.length} texts (${real.length} of CED, the others simulated), 24 h`, measured, found);
}

function printQuality({ language, texts, recall, wrong, copies, alreadyAlike }: Quality): void {
  console.log(`\n${language}: ${texts} texts; recall of copies by words in the text`);
  console.log(`${''.padEnd(20)}${bandNames.map((name) => name.padStart(8)).join('')}`);
  for (const [edit, shares] of Object.entries(recall))
    console.log(`${edit.padEnd(20)}${shares.map((share) => share.toFixed(3).padStart(8)).join('')}`);
  console.log(`in the cluster of another text: ${wrong} of ${copies} copies`);
  console.log(`texts that are near-duplicates of others as they are: ${alreadyAlike.length} of ${texts}, such as`);
  for (const [one, other] of alreadyAlike.slice(0, 5)) console.log(`  ${shown(one)}\n  = ${shown(other)}`);
}

function shown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 100);
}

function print(name: string, { seconds, processorSeconds, peakMiB }: MeasuredProcess, found = ''): void {
  const time = `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor)`;
  console.log(`${name}: ${time}, peak memory ${peakMiB} MiB${found === '' ? '' : `, ${found}`}`);
}
