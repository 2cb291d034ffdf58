import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { withFile } from '../../../test/builders/office-exports/read-export.js';
import { SourceFile } from './source-file.js';
import { openTable } from './table.js';

const open = (content: Buffer) => withFile(content, async (path) => openTable(await SourceFile.open(path)));

/** An archive of one deflated entry whose directory says that it unpacks to `said` bytes. */
function archive(packed: Buffer, said: number): Buffer {
  const name = Buffer.from('xl/a');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('a workbook', () => {
  test('gives its cells as text, empty rows left out', async () => {
    const time = new Date(Date.UTC(2026, 2, 1, 8, 15, 30));
    const rows = [['nama', 'waktu', 'benar', 'angka'], ['ani', time, true, 1.5], [null, null, null, null], ['budi']];
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }] }));
    await withFile(bytes, async (path) => {
      const table = await openTable(await SourceFile.open(path));
      expect(table.columns).toEqual(['nama', 'waktu', 'benar', 'angka']);
      const read = [];
      for await (const batch of table.rows(() => true)) read.push(...batch);
      expect(read).toEqual([
        { line: 2, value: ['ani', '2026-03-01 08:15:30', 'true', '1.5'] },
        { line: 4, value: ['budi', '', '', ''] },
      ]);
    });
  });

  test('that would unpack to more than a workbook holds is refused, whatever it says of itself', async () => {
    const bomb = deflateRawSync(Buffer.alloc(300 << 20));
    expect(bomb.length).toBeLessThan(1 << 20);
    await expect(open(archive(bomb, 1000))).rejects.toMatchObject({
      code: 'BAD_INPUT_FILE',
      message: expect.stringContaining('unpacks to more than 268435456 bytes'),
    });
  });

  test.each([
    ['cut off', Buffer.from('PK\x03\x04\x14\0\x06\0, 1')],
    ['another archive', archive(deflateRawSync(Buffer.from('halo')), 4)],
  ])('that is %s is refused as what it is', async (_, content) => {
    await expect(open(content)).rejects.toMatchObject({
      code: 'BAD_INPUT_FILE',
      message: expect.stringContaining('cannot be read as a workbook'),
      hint: expect.stringContaining('save the sheet as CSV'),
    });
  });
});
