import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { type MeasuredProcess, measuredProcess } from './measured-process.js';
import { pythonEnvironment } from './python-environment.js';

/** coordination-network-toolkit (Graham et al.), from PyPI into a virtual environment outside the tree. */
export const PEER = 'coordination-network-toolkit==1.5.2';

const COUNT = `
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute('select count(*) from co_retweet_network where user_1 <> user_2').fetchone()[0])
`;

export interface PeerOutcome {
  readonly preprocess: MeasuredProcess;
  readonly compute: MeasuredProcess;
  readonly directedEdges: number;
}

/** Its two steps on the reposts, as its documentation has them. Writing its input file is not counted. */
export async function runPeer(reposts: string, windowSeconds: number, folder: string): Promise<PeerOutcome> {
  const bin = join(installedPeer(), 'bin');
  const input = join(folder, 'peer-input.csv');
  const database = join(folder, 'peer.db');
  await writeInput(reposts, input);
  const toolkit = join(bin, 'compute_networks');
  const preprocess = measuredProcess(toolkit, [database, 'preprocess', input]);
  const options = ['--time_window', `${windowSeconds}`, '--min_edge_weight', '1', '--n_cpus', '2'];
  const compute = measuredProcess(toolkit, [database, 'compute', 'co_retweet', ...options]);
  if (preprocess.exitCode !== 0 || compute.exitCode !== 0) throw new Error(`${PEER} failed`);
  const count = execFileSync(join(bin, 'python'), ['-c', COUNT, database], { encoding: 'utf8' });
  return { preprocess, compute, directedEdges: Number(count) };
}

/** The virtual environment that it is installed in. */
export function installedPeer(): string {
  return pythonEnvironment(PEER);
}

/** message_id, user_id, username, repost_id, reply_id, message, timestamp, urls; rows without a date left out. */
async function writeInput(reposts: string, input: string): Promise<void> {
  const rows = createReadStream(reposts)
    .pipe(createGunzip())
    .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true })) as AsyncIterable<Record<string, string>>;
  const lines = async function* () {
    yield 'message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n';
    for await (const { repost_mid, user_id, post_id, created_at_unix } of rows) {
      if (created_at_unix !== '') yield `${repost_mid},${user_id},,${post_id},,,${created_at_unix},\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(input));
}
