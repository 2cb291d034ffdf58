import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { CodedError } from '#domain/errors/coded-error.js';
import { OFFICE_EXPORTS } from '../../../test/builders/office-exports/office-exports.js';
import { SourceFile } from '../read/source-file.js';
import type { CsvMapping } from './csv-mapping.js';
import { FORMAT_NAMES, readFormat } from './read-format.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-damage-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MAPPING: CsvMapping = {
  platform: { constant: 'x' },
  id: { column: 'content_id' },
  publishedAt: { column: 'timestamp_share', format: 'unix-s' },
  account: { id: { column: 'account_id' } },
};
/** Any bytes overwritten, taken out or put in. */
const wounds = fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.uint8Array({ maxLength: 6 })), { minLength: 1, maxLength: 8 });

function wounded(sound: Buffer, cuts: readonly [number, number, Uint8Array][]): Buffer {
  let bytes = sound;
  for (const [spot, length, put] of cuts) {
    const at = spot % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
  }
  return bytes;
}

describe.each(FORMAT_NAMES)('a damaged file of the format %s', (format) => {
  test('gives good rows and named bad ones, or is refused: it never crashes', async () => {
    const path = join(folder, format);
    const cases = fc.tuple(fc.constantFrom(...OFFICE_EXPORTS[format]), wounds, fc.boolean());
    await fc.assert(
      fc.asyncProperty(cases, async ([sound, cuts, packed]) => {
        const bytes = Buffer.from(sound);
        writeFileSync(path, wounded(packed ? gzipSync(bytes) : bytes, cuts));
        try {
          const source = await SourceFile.open(path);
          const options = { now: Date.UTC(2026, 5, 1), mapping: MAPPING };
          for await (const rows of readFormat(format, source, options))
            for (const parsed of rows) {
              if (parsed.fault === undefined) expect(parsed.row.line).toBeGreaterThan(0);
              else expect([parsed.line > 0, parsed.field !== '', parsed.fault !== '']).toEqual([true, true, true]);
            }
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
