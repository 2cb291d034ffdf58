import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPeer, PEER } from '../coordination/peer-toolkit.js';
import type { Post } from './simulated-posts.js';

const MOST_OUTPUT = 1 << 28;
const READ = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(f'select user_1, user_2, weight from {sys.argv[2]}_network where user_1 <> user_2')
print(json.dumps(rows.fetchall()))
`;

/** Weights by `user_1 user_2`: the distinct posts of the first with a partner by the second. */
export type DirectedWeights = ReadonlyMap<string, number>;

export class PeerToolkit {
  readonly #bin = join(installedPeer(), 'bin');
  readonly #database: string;

  constructor(posts: readonly Post[], folder: string) {
    this.#database = join(folder, 'peer.db');
    const input = join(folder, 'peer.csv');
    const rows = posts.map(({ id, account, at, repostOf, replyTo, links }) => {
      return `${id},${account},,${repostOf},${replyTo},,${at},${links.join(' ')}`;
    });
    writeFileSync(
      input,
      ['message_id,user_id,username,repost_id,reply_id,message,timestamp,urls', ...rows, ''].join('\n'),
    );
    this.#run(['preprocess', input]);
  }

  network(type: string, windowSeconds: number): DirectedWeights {
    this.#run(['compute', type, '--time_window', `${windowSeconds}`, '--min_edge_weight', '1', '--n_cpus', '2']);
    const words = ['-c', READ, this.#database, type];
    const rows = execFileSync(join(this.#bin, 'python'), words, { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
    return new Map((JSON.parse(rows) as [string, string, number][]).map(([a, b, weight]) => [`${a} ${b}`, weight]));
  }

  #run(words: readonly string[]): void {
    try {
      execFileSync(join(this.#bin, 'compute_networks'), [this.#database, ...words], { stdio: 'pipe' });
    } catch (cause) {
      throw new Error(`${PEER} failed at ${words.join(' ')}`, { cause });
    }
  }
}
