import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './embedded/database.js';
import { SCHEMA_VERSION } from './embedded/migrate.js';
import { openStore } from './open-store.js';

describe('openStore', () => {
  let dataFolder: string;
  beforeEach(async () => {
    dataFolder = join(await mkdtemp(join(tmpdir(), 'jejaring-open-')), 'made', 'on', 'first use');
  });
  afterEach(() => rm(join(dataFolder, '../../..'), { recursive: true }));

  test('makes the folder and the store, and opens them again', async () => {
    for (let time = 0; time < 2; time += 1) {
      const store = await openStore({ dataFolder });
      const location = join(dataFolder, 'jejaring.db');
      expect(await store.health()).toEqual({ kind: 'embedded', schemaVersion: SCHEMA_VERSION, location });
      await store.close();
      expect((await stat(`${location}-wal`).catch(() => ({ size: 0 }))).size).toBe(0);
    }
  });

  test('makes nothing where data is expected to be', async () => {
    await expect(openStore({ dataFolder, existing: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      at: dataFolder,
    });
    await expect(stat(dataFolder)).rejects.toMatchObject({ code: 'ENOENT' });
    await (await openStore({ dataFolder })).close();
    await (await openStore({ dataFolder, existing: true })).close();
  });

  test('refuses a store that a newer program wrote, and leaves it alone', async () => {
    await (await openStore({ dataFolder })).close();
    const database = new Database(join(dataFolder, 'jejaring.db'));
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    await expect(openStore({ dataFolder })).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    const again = new Database(join(dataFolder, 'jejaring.db'));
    expect(again.get('PRAGMA user_version')).toEqual({ user_version: SCHEMA_VERSION + 1 });
    again.close();
  });

  test('refuses another pseudonym key: it would add every account a second time', async () => {
    await (await openStore({ dataFolder })).close();
    const file = join(dataFolder, 'pseudonym.key');
    const key = (await readFile(file, 'utf8')).trim();
    await writeFile(file, `${key.startsWith('0') ? '1' : '0'}${key.slice(1)}\n`);
    await expect(openStore({ dataFolder })).rejects.toMatchObject({ code: 'BAD_CONFIGURATION' });
  });

  test('says what is wrong with a folder or a file that cannot be used', async () => {
    await (await openStore({ dataFolder })).close();
    const file = join(dataFolder, 'jejaring.db');
    await expect(openStore({ dataFolder: file })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', at: file });
    const other = join(dataFolder, 'other');
    await mkdir(other);
    await writeFile(join(other, 'jejaring.db'), 'this is no database, and long enough to be looked at'.repeat(100));
    await expect(openStore({ dataFolder: other })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('a closed store says that it is out of reach', async () => {
    const store = await openStore({ dataFolder });
    await store.close();
    await expect(store.mentions.get(['x:1'])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
