import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import type { ObservedMention } from '#graph-jobs/emerging/observed-mention.js';
import { packageFile } from '#platform/package-root.js';

type Row = Readonly<Record<string, string>>;
const PLAIN = { kind: 'ORIGINAL', stream: 'SOCIAL', hashtags: [] } as const;

/** Real posts: what was retweeted or reposted stands for a link; CED has the texts of reposts besides. */
export const REAL: Readonly<Record<string, () => Promise<ObservedMention[]>>> = {
  russian: () =>
    read('coortweet/russian_coord_tweets.csv.gz', (row, i) => ({
      ...{ ...PLAIN, id: `${i}`, platform: 'x', accountId: row.account_id!, text: '' },
      ...{ publishedAt: Number(row.timestamp_share) * 1000, urls: [`https://x.example/${row.object_id}`] },
    })),
  ced: () =>
    read('ced/reposts.csv.gz', (row, i) => ({
      ...{ ...PLAIN, id: `${i}`, platform: 'weibo', accountId: row.user_id!, text: row.text! },
      ...{ publishedAt: Number(row.created_at_unix) * 1000, urls: [`https://weibo.example/${row.post_id}`] },
    })),
};

async function read(file: string, mentionOf: (row: Row, i: number) => ObservedMention): Promise<ObservedMention[]> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true });
  createReadStream(packageFile(`../shared/data/${file}`))
    .pipe(createGunzip())
    .pipe(parser);
  const mentions: ObservedMention[] = [];
  let rows = 0;
  for await (const row of parser as AsyncIterable<Row>) {
    const mention = mentionOf(row, rows++);
    // 74 of CED have no date.
    if (mention.publishedAt > 0) mentions.push(mention);
  }
  return mentions;
}
