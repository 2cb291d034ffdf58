import Papa from 'papaparse';
import { DEFAULT_TEXT_PARAMETERS } from '../near-duplicates/text-parameters.js';
import { actionFile } from './action-file.js';
import { ActionFileReader } from './action-file-reader.js';
import { textActions } from './text-actions.js';

const MAPPING = { object: 'text', account: 'who', time: 'at', content: 'id' };
const TEXT = 'Banjir di Kota ini sudah mulai surut sejak pagi tadi, kata "warga"';

function actionsOf(rows: readonly (readonly [text: string, who: string, at: number, id?: string])[]) {
  const reader = new ActionFileReader(MAPPING, { emptyObjects: true });
  const table = rows.map(([text, who, at, id = `${who}-${at}`]) => [text, who, 1_600_000_000 + at, id]);
  reader.push(Buffer.from(Papa.unparse([['text', 'who', 'at', 'id'], ...table])));
  const file = textActions(actionFile(reader.finish(), 'CO_TEXT'), DEFAULT_TEXT_PARAMETERS);
  const { actions, accounts, objects } = file;
  expect(objects).toHaveLength(actions.objectCount);
  expect([file.rejected, actions.account.length, actions.time.length]).toEqual([0, actions.length, actions.length]);
  return Array.from({ length: actions.length }, (_, i) => `${accounts.at(actions.account[i]!)} ${actions.object[i]}`);
}

test('rows of a file act on clusters of texts; short and empty texts are no action and no fault', () => {
  const rows = [
    [TEXT, 'a', 0],
    ['', 'b', 1],
    [`VIRAL ${TEXT} https://t.co/x`, 'c', 2],
    ['amin', 'd', 3],
    ['Semoga semua warga di sana aman dan cepat pulang', 'e', 4],
    [TEXT, 'f', 5],
  ] as const;
  expect(actionsOf(rows)).toEqual(['a 0', 'c 0', 'e 1', 'f 0']);
});

test('a text that is its own content id is no action', () => {
  expect(
    actionsOf([
      [TEXT, 'a', 0, TEXT],
      [TEXT, 'b', 1],
    ]),
  ).toEqual(['b 0']);
});

test('the newest rows first make the same clusters', () => {
  const rows = [
    [`VIRAL ${TEXT}`, 'c', 2],
    [TEXT, 'a', 0],
  ] as const;
  expect(actionsOf(rows)).toEqual(['c 0', 'a 0']);
});

test('a cluster is named by the text of its source; a text that begins anew is another object', () => {
  const reader = new ActionFileReader(MAPPING, { emptyObjects: true });
  const rows = [
    [`VIRAL ${TEXT}`, 'a', 1_600_000_001, 1],
    [TEXT, 'b', 1_600_000_000, 2],
    [TEXT, 'c', 1_700_000_000, 3],
  ];
  reader.push(Buffer.from(Papa.unparse([['text', 'who', 'at', 'id'], ...rows])));
  const { actions, objects } = textActions(actionFile(reader.finish(), 'CO_TEXT'), DEFAULT_TEXT_PARAMETERS);
  expect(Array.from(actions.object, (object) => objects.at(object))).toEqual([TEXT, TEXT, TEXT]);
  expect(actions.objectCount).toBe(2);
});

test('of posts that say the same at the same time the order of the rows does not tell which names the cluster', () => {
  const rows = [
    [`${TEXT} https://t.example/b`, 'a', 1_600_000_000, 1],
    [`${TEXT} https://t.example/a`, 'b', 1_600_000_000, 2],
    [`${TEXT}!`, 'c', 1_600_000_000, 3],
  ];
  const names = [rows, rows.toReversed(), [rows[1]!, rows[0]!, rows[2]!]].map((some) => {
    const reader = new ActionFileReader(MAPPING, { emptyObjects: true });
    reader.push(Buffer.from(Papa.unparse([['text', 'who', 'at', 'id'], ...some])));
    const { objects } = textActions(actionFile(reader.finish(), 'CO_TEXT'), DEFAULT_TEXT_PARAMETERS);
    return Array.from({ length: objects.length }, (_, object) => objects.at(object));
  });
  expect(names).toEqual([
    [`${TEXT} https://t.example/a`],
    [`${TEXT} https://t.example/a`],
    [`${TEXT} https://t.example/a`],
  ]);
});
