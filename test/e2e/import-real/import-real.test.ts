import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { describeReal } from '../../real-data.js';
import { importCommand } from '../import-command/import-command.js';

// Whole processes on a machine that may be busy.
const folder = mkdtempSync(join(tmpdir(), 'jejaring-real-'));
afterAll(() => rmSync(folder, { recursive: true }));

const to = async (data: string) => [
  '--data',
  await unusedDataFolder(join(folder, data)),
  '--rejects',
  join(folder, data),
];

describeReal('the retweets of CooRTweet', ['coortweet/russian_coord_tweets.csv.gz'], ([file]) => {
  test('come in, the 40 that repeat a content id named, and a second time add nothing', async () => {
    const words = [file!, '--format', 'coortweet', ...(await to('coortweet'))];
    const first = await importCommand(words);
    expect(first.results).toMatchObject([{ rows: 35_125, added: 35_085, rejected: 40 }]);
    expect(first.code).toBe(3);
    const second = await importCommand(words);
    expect(second.results).toMatchObject([{ rows: 35_125, added: 0, updated: 0, unchanged: 35_085, rejected: 40 }]);
  });
});

describeReal('the posts of CED', ['ced/posts.csv.gz'], ([file]) => {
  test('come in by their mapping, with the followers of their accounts', async () => {
    const words = [
      file!,
      '--format',
      'csv',
      '--map',
      packageFile('examples/mappings/ced-posts.json'),
      ...(await to('ced')),
    ];
    const { code, results } = await importCommand(words);
    expect(results).toMatchObject([{ rows: 3387, added: 3387, rejected: 0 }]);
    expect(code).toBe(0);
    const store = await openStore({ dataFolder: join(folder, 'ced') });
    try {
      const [post] = await store.mentions.get(['weibo:post-0']);
      expect(post).toMatchObject({ kind: 'ORIGINAL', publishedAt: 1347334462000, parentId: null });
      const [account] = await store.accounts.get([post!.accountId]);
      expect(account).toMatchObject({ nativeId: '2279086572', followers: 227833, createdAt: 1312112304000 });
    } finally {
      await store.close();
    }
  });
});
