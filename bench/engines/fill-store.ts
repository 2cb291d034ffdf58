import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';

const CED = packageFile('../shared/data/ced');
const DATA = {
  russian: [
    [packageFile('../shared/data/coortweet/russian_coord_tweets.csv.gz'), '--format', 'coortweet', '--platform', 'x'],
  ],
  ced: [
    [join(CED, 'posts.csv.gz'), '--format', 'csv', '--map', packageFile('examples/mappings/ced-posts.json')],
    [join(CED, 'reposts.csv.gz'), '--format', 'csv', '--map', packageFile('examples/mappings/ced-reposts.json')],
  ],
} as const;
const QUERY = { russian: 'platform:x', ced: 'platform:weibo' } as const;
export type DataName = keyof typeof DATA;

/** Imports a real set into the store that the environment and the folder name, as an issue of that name, unless it is there. */
export async function fillStore(name: DataName, dataFolder: string): Promise<void> {
  if (await hasIssue(name, dataFolder)) return;
  for (const words of DATA[name]) jejaring(dataFolder, ['import', ...words, '--rejects', dataFolder]);
  jejaring(dataFolder, ['issue', 'add', '--id', name, '--title', name, '--query', QUERY[name]]);
}

export async function hasIssue(id: string, dataFolder: string): Promise<boolean> {
  const store = await openStore({ dataFolder });
  const [known] = await store.issues.get([id]);
  await store.close();
  return known !== null;
}

/** Rejected rows are no failure here: exit code 3. */
export function jejaring(dataFolder: string, words: readonly string[]): void {
  try {
    const env = { ...process.env, JEJARING_DATA: dataFolder };
    execFileSync(process.execPath, [compiledModule('cli/main.js'), ...words], { stdio: 'ignore', env });
  } catch (error) {
    if ((error as { status?: number }).status !== 3) throw error;
  }
}
