import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type MeasuredProcess, measuredProcess } from '../coordination/measured-process.js';
import { installedPeer, PEER } from '../coordination/peer-toolkit.js';
import type { Post } from './posts.js';

const SLICE = 50_000;
const PAIRS = `
import csv, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select distinct user_1, user_2 from ' + sys.argv[2] + '_network where user_1 < user_2')
csv.writer(open(sys.argv[3], 'w', newline='')).writerows(rows)
`;

export type PeerNetwork = 'co_tweet' | 'co_similar_tweet';

/** The toolkit's two steps; both are part of what a user waits for. */
export class PeerOnPosts {
  readonly preprocess: MeasuredProcess;
  readonly #bin = join(installedPeer(), 'bin');
  readonly #database: string;
  readonly #folder: string;

  constructor(posts: readonly Post[], folder: string) {
    this.#folder = folder;
    this.#database = join(folder, 'peer.db');
    rmSync(this.#database, { force: true });
    const input = join(folder, 'peer-input.csv');
    writeInput(posts, input);
    this.preprocess = this.#run('preprocess', input);
  }

  compute(network: PeerNetwork, windowSeconds: number, minWeight: number): MeasuredProcess {
    const options = ['--time_window', `${windowSeconds}`, '--min_edge_weight', `${minWeight}`, '--n_cpus', '2'];
    return this.#run('compute', network, ...options);
  }

  /** Pairs of different accounts, undirected. */
  pairs(network: PeerNetwork): [string, string][] {
    const out = join(this.#folder, 'peer-pairs.csv');
    execFileSync(join(this.#bin, 'python'), ['-c', PAIRS, this.#database, network, out]);
    return Papa.parse<[string, string]>(readFileSync(out, 'utf8'), { skipEmptyLines: true }).data;
  }

  #run(...words: string[]): MeasuredProcess {
    const measured = measuredProcess(join(this.#bin, 'compute_networks'), [this.#database, ...words]);
    if (measured.exitCode !== 0) throw new Error(`${PEER} ${words[0]} failed`);
    return measured;
  }
}

/** message_id, user_id, username, repost_id, reply_id, message, timestamp, urls. */
function writeInput(posts: readonly Post[], file: string): void {
  writeFileSync(file, 'message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n');
  for (let from = 0; from < posts.length; from += SLICE) {
    const slice = posts.slice(from, from + SLICE);
    const rows = slice.map(({ id, account, text, at }) => [id, account, '', '', '', text, at, '']);
    writeFileSync(file, `${Papa.unparse(rows)}\n`, { flag: 'a' });
  }
}
