import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Look } from '#graph-jobs/detect/live/look.js';
import { LookOutput } from './look-output.js';
import { lookText } from './look-text.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-looks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LOOK: Look = {
  at: 1_600_000_000_000,
  pairs: [],
  pairsLeftOut: 0,
  groups: [{ members: ['ani', 'budi'], joined: ['ani', 'budi'] }],
  grouped: true,
  pairsAbove: 1,
  edges: 1,
  actions: 4,
  crowdedObjects: 0,
};

function written(path: string, known: LookOutput['place']): LookOutput['place'] {
  const output = new LookOutput(path, false);
  output.open(known);
  output.write(LOOK);
  const { place } = output;
  output.close();
  return place;
}

test('what came after a state is cut from the file that the state knows, and told again', () => {
  const path = join(folder, 'looks.ndjson');
  const place = written(path, null);
  const once = readFileSync(path, 'utf8');
  appendFileSync(path, 'told after the state was saved\n');
  written(path, place);
  expect(readFileSync(path, 'utf8')).toBe(once + once);
});

test.each([
  ['a state that wrote to standard output', () => null],
  ['a state that wrote to another file', () => written(join(folder, 'other.ndjson'), null)],
])('%s cuts nothing from a file that was there', (_, known) => {
  const path = join(folder, 'precious.ndjson');
  const precious = 'x'.repeat(5000);
  writeFileSync(path, `${precious}\n`);
  written(path, known());
  expect(readFileSync(path, 'utf8').startsWith(`${precious}\n{"at"`)).toBe(true);
});

test('whoever reads a look for people reads in its first line that it is a threshold', () => {
  expect(lookText(LOOK).split('\n')[0]).toBe(
    '2020-09-13T12:26:40.000Z  pairs at or above the fixed threshold, chance not tested: 1; actions in the horizon: 4',
  );
});
