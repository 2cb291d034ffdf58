import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { packageFile } from '#platform/package-root.js';
import { DEFAULT_SCENARIO } from '#simulator/default-parameters.js';
import { Scenario } from '#simulator/scenario.js';

export const CED = packageFile('../shared/data/ced/reposts.csv.gz');

/** A post that says something. */
export interface Post {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  /** Unix seconds. */
  readonly at: number;
}

export type Source = 'ced' | 'simulator';

/** The first `count` posts with a text; fewer where there are no more. */
export async function postsOf(source: Source, count: number): Promise<Post[]> {
  const posts: Post[] = [];
  for await (const post of source === 'ced' ? cedPosts() : simulatedPosts(count)) {
    if (posts.length === count) break;
    posts.push(post);
  }
  return posts;
}

async function* cedPosts(): AsyncGenerator<Post> {
  const rows = createReadStream(CED)
    .pipe(createGunzip())
    .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true })) as AsyncIterable<Record<string, string>>;
  for await (const { repost_mid: id = '', user_id: account = '', text = '', created_at_unix: at = '' } of rows)
    if (text !== '' && at !== '') yield { id, account, text, at: Number(at) };
}

/** A week of them, from as many mentions as it takes: reposts have no text of their own. */
function* simulatedPosts(count: number): Generator<Post> {
  const scenario = new Scenario({ ...DEFAULT_SCENARIO, mentions: count * 1.6, accounts: Math.round(count / 2) });
  for (const record of scenario.records()) {
    if (record.type !== 'mention' || record.kind === 'REPOST' || record.text === '') continue;
    const { id, platform, account, text, publishedAt } = record;
    yield { id: `${platform}:${id}`, account: `${platform}:${account.id}`, text, at: Date.parse(publishedAt) / 1000 };
  }
}
