import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { NO_ROW } from '#domain/mention-columns.js';
import { wordsOf } from '#domain/text-words.js';
import { DistinctTexts } from '#graph-jobs/detect/near-duplicates/distinct-texts.js';
import { normalizeText } from '#graph-jobs/detect/near-duplicates/normalize-text.js';
import { ourNetwork, writePosts } from './our-network.js';
import { PeerOnPosts } from './peer-network.js';
import type { Post } from './posts.js';

export interface Agreement {
  readonly posts: number;
  readonly both: number;
  readonly onlyOurs: number;
  readonly onlyPeer: number;
}

/**
 * Our network of equal texts (similarity 1) beside the toolkit's co_tweet. The two normalise in other ways, so both get
 * texts that neither changes any more: our normalisation, one space between the words; texts that are no object left out.
 */
export function sameAsCoTweet(all: readonly Post[], windowSeconds: number, folder: string): Agreement {
  const texts = new DistinctTexts();
  const posts = all
    .map((post) => ({ ...post, text: wordsOf(normalizeText(post.text)).join(' ') }))
    .filter(({ text }) => texts.codeOf(text) !== NO_ROW);
  const file = join(folder, 'normalised.csv');
  writePosts(posts, file);
  const { edges } = ourNetwork(file, folder, { windowSeconds, minWeight: 1, similarity: 1 });
  const rows = Papa.parse<string[]>(readFileSync(edges, 'utf8'), { skipEmptyLines: true }).data.slice(1);
  const ours = new Set(rows.map(([from, to]) => pairOf(from!, to!)));
  const peer = new PeerOnPosts(posts, folder);
  peer.compute('co_tweet', windowSeconds, 1);
  const theirs = new Set(peer.pairs('co_tweet').map(([one, other]) => pairOf(one, other)));
  const both = Array.from(ours).filter((pair) => theirs.has(pair)).length;
  return { posts: posts.length, both, onlyOurs: ours.size - both, onlyPeer: theirs.size - both };
}

const pairOf = (one: string, other: string) => JSON.stringify([one, other].sort());
