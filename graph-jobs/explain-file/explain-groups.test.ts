import type { Behaviour } from '#domain/action.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { mentionColumns } from '../../test/builders/mention-columns.js';
import { plantedShares, type Share } from '../../test/builders/planted-shares.js';
import { actionFile } from '../detect/action-file/action-file.js';
import { ActionFileReader } from '../detect/action-file/action-file-reader.js';
import { canonicalActions } from '../detect/action-file/canonical-actions.js';
import { calibratedGroups } from '../detect/calibrated/calibrated-groups.js';
import { calibratedNetwork } from '../detect/calibrated/calibrated-network.js';
import { detectGroups, detectInCopy } from '../detect/detect-groups.js';
import { scoreGroups } from '../score/score-groups.js';
import { explainGroups } from './explain-groups.js';
import type { Watched } from './pauses.js';

const shares = plantedShares(3);
const { windowsSeconds, fdr, resolution, seed } = DEFAULT_RUN_PARAMETERS;

/** Explanations of the only group that the planted file has, by kind. */
async function explained(
  rows: readonly Share[],
  behaviour: Behaviour,
  columns: readonly string[] = ['content'],
  watched: Watched = {},
) {
  const mapping = { object: 'object', account: 'account', time: 'time' };
  const reader = new ActionFileReader(columns.includes('content') ? { ...mapping, content: 'content' } : mapping);
  const lines = rows.map(({ object, account, content, time }) => `${object},${account},${content},${time}`);
  reader.push(Buffer.from(`object,account,content,time\n${lines.join('\n')}\n`));
  const file = actionFile(reader.finish(), behaviour);
  const named = { ...canonicalActions(file), contents: file.contents };
  const network = calibratedNetwork([named.actions], { windowsSeconds, fdr });
  const found = calibratedGroups(network, resolution, seed);
  const [group, ...others] = await explainGroups(named, network, found, windowsSeconds, watched);
  expect(others).toEqual([]);
  return Object.fromEntries(group!.map(({ kind, ...rest }) => [kind, rest]));
}

const links = shares.map((share) => ({
  ...share,
  object: `https://www.warta${share.object.length}.id/${share.object}`,
}));

test('what a file can tell is what an issue with the same actions tells, and the rest is named', async () => {
  const START = Math.min(...links.map(({ time }) => time));
  const columns = mentionColumns(
    links.map(({ content, account, object, time }) => ({ id: content, account, at: time - START, links: [object] })),
  );
  // Whole hours: the hour of the day is the same then.
  const shifted = links.map((share) => ({ ...share, time: share.time - START + 1_700_002_800 }));
  const parameters = { ...DEFAULT_RUN_PARAMETERS, behaviours: ['CO_LINK' as const], shuffledCopies: 0 };
  const detection = detectGroups(columns, parameters);
  const [group] = scoreGroups({ columns, detection, parameters, runId: 'r', issueId: 'i', detect: detectInCopy });
  const ofFile = await explained(shifted, 'CO_LINK');
  expect(1_700_002_800 % 3600).toBe(0);
  for (const { kind, share } of group!.explanations) {
    if (kind === 'DECLARED_GOVERNMENT_AMPLIFICATION' || kind === 'NEWS_SYNDICATION')
      expect(ofFile[kind]).toEqual({ share: null, note: expect.stringContaining('a file does not say') });
    else expect([kind, ofFile[kind]]).toEqual([kind, { share, note: '' }]);
  }
  expect(ofFile.SHARED_SOURCE!.share).toBeGreaterThan(0);
  expect(Object.keys(ofFile)).toHaveLength(6);
});

test('reposts have the author of the original as source where the file holds it, and say how many it holds', async () => {
  const planted = new Set(shares.filter(({ account }) => account.startsWith('g')).map(({ object }) => object));
  const originals = [...planted].map((object) => {
    return { object, account: 'outlet', content: object, time: 1_699_000_000 };
  });
  expect((await explained([...shares, ...originals], 'CO_REPOST')).SHARED_SOURCE).toEqual({ share: 1, note: '' });
  const some = (await explained([...shares, ...originals.slice(1)], 'CO_REPOST')).SHARED_SOURCE!;
  expect(some.share).toBeLessThan(1);
  expect(some.note).toBe(
    `${planted.size - 1} of ${planted.size} originals are in the file: each of the others counts as a source of its own`,
  );
  expect((await explained(shares, 'CO_REPOST', [])).SHARED_SOURCE!.note).toMatch(/^the file names no posts/);
});

test('a text has the account that first said it as source', async () => {
  const first = shares.map(({ object }) => object).filter((object, i, all) => all.indexOf(object) === i);
  const said = first.map((object, i) => ({ object, account: 'outlet', content: `first${i}`, time: 1_699_000_000 }));
  expect((await explained([...said, ...shares], 'CO_TEXT')).SHARED_SOURCE).toEqual({ share: 1, note: '' });
});

test('without a group there is nothing to explain', async () => {
  const nothing = { groups: [], rows: [], edges: { length: 0 } };
  expect(await explainGroups({} as never, {} as never, nothing as never, [60])).toEqual([]);
});

test('it tells how far it is, to the end, and stops when it is asked to', async () => {
  const told: [number, number][] = [];
  const onProgress = (done: number, total: number) => void told.push([done, total]);
  await explained(links, 'CO_LINK', ['content'], { onProgress });
  const [done, total] = told.at(-1)!;
  expect(done).toBe(total);
  expect(total).toBeGreaterThan(0);
  const stop = explained(links, 'CO_REPOST', ['content'], { signal: AbortSignal.abort() });
  await expect(stop).rejects.toMatchObject({ code: 'STOPPED', at: 'explain' });
});
