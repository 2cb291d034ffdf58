import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { packageFile } from '#platform/package-root.js';

type Row = Readonly<Record<string, string>>;
const CED = '../shared/data/ced';

/** What is known of an original before it spread. */
export interface CedPost {
  readonly rumour: boolean;
  /** 0 where the data has none (87 posts). */
  readonly followers: number;
}

/** What stands in the data, beside what is known of it. */
export interface CedMentions {
  /** By id of the mention. */
  readonly posts: ReadonlyMap<string, CedPost>;
  readonly reposts: number;
  readonly withParent: number;
  readonly undated: number;
  readonly repeated: number;
}

/**
 * Writes CED as `mention_id,parent_id,account_id,published_at`. A repost without a parent descends from its original; the
 * 74 without a date get that of the original, so that no branch is lost. `firstRows` leaves out rows whose id came before.
 */
export async function writeCedMentions(path: string, { firstRows }: { firstRows: boolean }): Promise<CedMentions> {
  const posts = new Map<string, CedPost>();
  const begun = new Map<string, string>();
  const seen = new Set<string>();
  let [reposts, withParent, undated, repeated] = [0, 0, 0, 0];
  const lines = async function* () {
    yield 'mention_id,parent_id,account_id,published_at\n';
    for await (const { post_id, user_id, created_at_unix, label, user_followers } of rows('posts.csv.gz')) {
      posts.set(`p${post_id}`, { rumour: label === 'rumor', followers: Number(user_followers) });
      begun.set(post_id!, created_at_unix!);
      yield `p${post_id},,${user_id},${created_at_unix}\n`;
    }
    for await (const { post_id, repost_mid, parent_mid, user_id, created_at_unix } of rows('reposts.csv.gz')) {
      const id = repost_mid!;
      reposts += 1;
      if (parent_mid !== '') withParent += 1;
      if (created_at_unix === '') undated += 1;
      const again = seen.has(id);
      seen.add(id);
      if (again) repeated += 1;
      if (again && firstRows) continue;
      const parent = parent_mid === '' ? `p${post_id}` : parent_mid;
      yield `${id},${parent},${user_id},${created_at_unix || begun.get(post_id!)}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return { posts, reposts, withParent, undated, repeated };
}

function rows(name: string): AsyncIterable<Row> {
  return createReadStream(packageFile(`${CED}/${name}`))
    .pipe(createGunzip())
    .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true })) as AsyncIterable<Row>;
}
