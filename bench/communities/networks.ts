import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { MENTION_KINDS } from '#domain/mention.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { DEFAULT_MENTION_MAPPING, type MentionFileMapping } from '#graph-jobs/map/cascade-file/mention-file-mapping.js';
import { readMentionFile } from '#graph-jobs/map/cascade-file/read-mention-file.js';
import { spreadNetwork } from '#graph-jobs/map/spread-network.js';
import { packageFile } from '#platform/package-root.js';
import { writeCedMentions } from '../cascades/ced-mentions.js';

const COORTWEET = packageFile('../shared/data/coortweet');
const REPOST = MENTION_KINDS.indexOf('REPOST');
const RUSSIAN: MentionFileMapping = {
  ...DEFAULT_MENTION_MAPPING,
  mention: 'content_id',
  parent: 'object_id',
  account: 'account_id',
  time: 'timestamp_share',
};

/** Each by what it holds; the folder is for files in between. */
export const NETWORKS = {
  /** Who retweeted whom: the few retweets whose original is itself in the file. */
  russian: () => networkOfFile(join(COORTWEET, 'russian_coord_tweets.csv.gz'), RUSSIAN),
  /** Who retweeted the same within a minute of whom, as CooRTweet has it: dense, and weights of more than 1. */
  'co-action': async () => coActionNetwork(join(COORTWEET, 'golden/russian_tw60_mp1_edges.csv.gz')),
  /** A million accounts. */
  ced: async (folder: string) => {
    const file = join(folder, 'ced.csv');
    await writeCedMentions(file, { firstRows: false });
    return networkOfFile(file, DEFAULT_MENTION_MAPPING);
  },
} as const satisfies Record<string, (folder: string) => Promise<SpreadNetwork>>;
export type NetworkName = keyof typeof NETWORKS;

async function networkOfFile(file: string, mapping: MentionFileMapping): Promise<SpreadNetwork> {
  const { mentions } = await readMentionFile(file, mapping);
  return spreadNetwork({ ...mentions, kind: new Uint8Array(mentions.length).fill(REPOST) });
}

/** An edge has no direction; it stands once. */
function coActionNetwork(file: string): SpreadNetwork {
  const { data } = Papa.parse<Record<'from' | 'to' | 'weight', string>>(gunzipSync(readFileSync(file)).toString(), {
    header: true,
    skipEmptyLines: true,
  });
  const names = [...new Set(data.flatMap(({ from, to }) => [from, to]))].sort();
  const node = new Map(names.map((name, number) => [name, number]));
  const edges = data
    .map(({ from, to, weight }) => [node.get(from)!, node.get(to)!, Number(weight)] as const)
    .sort(([a, b], [c, d]) => a - c || b - d);
  const [amplified, amplifies] = [new Uint32Array(names.length), new Uint32Array(names.length)];
  for (const [a, b, weight] of edges) {
    amplified[a]! += weight;
    amplifies[b]! += weight;
  }
  return {
    ...{ nodes: names.length, edges: edges.length, account: Uint32Array.from(names, (_, number) => number) },
    source: Uint32Array.from(edges, ([a]) => a),
    target: Uint32Array.from(edges, ([, b]) => b),
    weight: Uint32Array.from(edges, ([, , weight]) => weight),
    ...{ amplified, amplifies, selfAmplifications: 0 },
    amplifications: edges.reduce((sum, [, , weight]) => sum + weight, 0),
  };
}
