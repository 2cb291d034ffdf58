import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTable } from '../../csv-file/table-file.js';
import { cascadeForest } from '../cascades/cascade-forest.js';
import { cascadeMeasures } from '../cascades/cascade-measures.js';
import { cascadeOrder, cascadeTable } from './cascade-table.js';
import { DEFAULT_MENTION_MAPPING } from './mention-file-mapping.js';
import { readMentionFile } from './read-mention-file.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-cascades-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('ids are quoted where CSV asks for it', async () => {
  const [path, out] = [join(folder, 'ids.csv'), join(folder, 'ids-out.csv')];
  writeFileSync(path, 'mention_id,parent_id,account_id,published_at\n"a ""b"", c",,"d\ne",1600000000\n');
  const { mentions } = await readMentionFile(path, DEFAULT_MENTION_MAPPING);
  const forest = cascadeForest(mentions);
  const measures = cascadeMeasures(mentions, forest);
  const columns = cascadeTable(mentions, forest, measures).filter(({ name }) => /^root/.test(name));
  writeTable(out, 'cascades', columns, cascadeOrder(measures));
  expect(readFileSync(out, 'utf8')).toBe('root_id,root_account_id\n"a ""b"", c","d\ne"\n');
});
