import { existsSync, readFileSync } from 'node:fs';
import { OFFICE_FORMATS } from '../../../test/builders/office-exports/office-formats.js';
import { NOW, readExport, withFile } from '../../../test/builders/office-exports/read-export.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { importFile } from '../import-file.js';
import { SourceFile } from '../read/source-file.js';
import { detectFormat } from './detect-format.js';

/** What fixtures say of people that no import may keep. */
const PERSONAL = /female|1990-01-02|"bot"/i;

interface Imported {
  readonly reason: string;
  readonly mentions: number;
  readonly rejected: readonly { line: number; field: string; reason: string }[];
  readonly missing: readonly string[];
  readonly biases: number;
}

/** Told from its content, imported into a store, and read back from it. */
function imported(content: string | Buffer, expected: string): Promise<Imported> {
  return withFile(content, (path) =>
    withTemporaryStore(async (store) => {
      const { format, reason } = await detectFormat(await SourceFile.open(path));
      expect(format).toBe(expected);
      const rejectsPath = `${path}.rejects`;
      const request = { path, format, options: { now: NOW }, resume: false, rejectsPath, batchRows: 100 };
      const { coverage, damage } = await importFile(store.ingest, request);
      expect(damage).toBeNull();
      const lines = existsSync(rejectsPath) ? readFileSync(rejectsPath, 'utf8').trimEnd().split('\n') : [];
      const { items } = await store.mentions.page({}, 'NEWEST', { first: 100, after: null });
      for (const { node } of items)
        expect([node.publishedAt > 0, node.accountId !== '', node.id.startsWith(`${node.platform}:`)]).toEqual(
          Array.from({ length: 3 }, () => true),
        );
      return {
        ...{ reason, mentions: items.length, biases: coverage.biases.length },
        rejected: lines.map((line) => JSON.parse(line) as Imported['rejected'][number]),
        missing: coverage.missing.map(({ field }) => field),
      };
    }),
  );
}

const cell = (text: string | number, width: number) => `${text}`.slice(0, width).padEnd(width);

test('every format that offices hold: told, imported, covered, and damaged row by row', async () => {
  const table = [];
  for (const { title, format, sound, damaged } of OFFICE_FORMATS) {
    const whole = [];
    for (const content of sound) {
      whole.push(await imported(content, format));
      const { rows } = await readExport(format, content);
      expect(JSON.stringify(rows)).not.toMatch(PERSONAL);
    }
    const hurt = await imported(damaged, format);
    for (const { mentions, rejected, biases, missing } of whole) {
      expect([title, mentions > 0, rejected]).toEqual([title, true, []]);
      expect([title, biases > 0, missing.length > 0]).toEqual([title, true, true]);
    }
    expect([title, hurt.mentions > 0, hurt.rejected.length > 0]).toEqual([title, true, true]);
    for (const { line, field, reason } of hurt.rejected)
      expect([line > 0, field !== '', reason !== '']).toEqual([true, true, true]);
    const fields = [...new Set(hurt.rejected.map(({ field }) => field))].join(' ');
    const counts = whole.map(({ mentions }) => mentions).join('+');
    const cells = [
      cell(title, 25),
      cell(format, 16),
      cell(counts, 8),
      cell(hurt.mentions, 5),
      cell(hurt.rejected.length, 7),
    ];
    table.push([...cells, cell(fields, 60), whole[0]!.reason].join(' '));
  }
  const head = [cell('format', 25), cell('told as', 16), cell('mentions', 8), 'hurt: good refused by field'].join(' ');
  console.log([head, ...table].join('\n'));
});
