import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyedPseudonyms, keyFingerprint, pseudonymKey } from '#platform/pseudonym.js';
import { openStore } from '#store/open-store.js';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { testConnection } from '../../neo4j/test-database.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { startJejaring } from '../map-command/jejaring-command.js';
import { freePort } from '../services-over-http/container-process.js';

const SET_VERSION = "MATCH (s:Schema {name: 'schema'}) SET s.version = $version";

describeOnTestNeo4j('a command that cannot use its Neo4j', () => {
  const before = { ...process.env };
  let folder: string;

  beforeEach(async () => {
    folder = await unusedDataFolder(mkdtempSync(join(tmpdir(), 'jejaring-start-up-')));
    await (await openStore({ dataFolder: folder })).close();
  });
  afterEach(() => {
    process.env = { ...before };
    rmSync(folder, { recursive: true });
  });

  const fingerprint = () => keyFingerprint(keyedPseudonyms(pseudonymKey(folder)));

  async function list(settings: NodeJS.ProcessEnv = {}, dataFolder = folder) {
    Object.assign(process.env, settings);
    return startJejaring(dataFolder, ['issue', 'list']);
  }

  test('the server is not there', async () => {
    const { code, stderr } = await list({ NEO4J_URI: `bolt://127.0.0.1:${await freePort()}` });
    expect(stderr).toMatch(/^STORE_UNAVAILABLE: Neo4j does not answer: the connection is refused\n {2}at: bolt:/m);
    expect(code).toBe(1);
  });

  test('the password is another', async () => {
    const { code, stderr } = await list({ NEO4J_PASSWORD: 'not-this-one' });
    expect(stderr).toMatch(/^BAD_CONFIGURATION: Neo4j refuses the user or the password/m);
    expect(code).toBe(2);
  });

  test('the database is not there', async () => {
    const { code, stderr } = await list({ NEO4J_DATABASE: 'none' });
    expect(stderr).toMatch(/^BAD_CONFIGURATION: Neo4j has no database of this name/m);
    expect(code).toBe(2);
  });

  test('a later version wrote the data', async () => {
    const connection = testConnection();
    const setVersion = (version: number) => connection.write((cypher) => cypher.run(SET_VERSION, { version }));
    const kept = await connection.read<{ version: number }>(
      "MATCH (s:Schema {name: 'schema'}) RETURN s.version AS version",
    );
    await setVersion(99);
    const { code, stderr } = await list();
    await setVersion(kept[0]!.version);
    await connection.close();
    expect(stderr).toMatch(/^STORE_TOO_NEW: the data has schema 99/m);
    expect(code).toBe(1);
  });

  test('the pseudonym key is another', async () => {
    const other = mkdtempSync(join(tmpdir(), 'jejaring-other-key-'));
    const own = keyFingerprint(keyedPseudonyms(pseudonymKey(other)));
    const { code, stderr } = await list({}, other);
    rmSync(other, { recursive: true });
    const both = `the store's has the fingerprint ${fingerprint()}, the one in the data folder is ${own}\n  at: bolt:`;
    expect(stderr).toContain(
      `BAD_CONFIGURATION: the pseudonym key is not the one that this store was made with: ${both}`,
    );
    expect(stderr).toMatch(/^ {2}what to do: check that --data or JEJARING_DATA/m);
    expect(code).toBe(2);
  });

  test.each([
    ['issue list', ['issue', 'list']],
    ['import', ['import', 'package.json', '--format', 'jejaring']],
    ['copy', ['copy', '--from', 'neo4j', '--to', 'embedded']],
  ])('the folder is mistyped, %s: it makes nothing, neither folder nor key', async (_, words) => {
    const mistyped = `${folder}-mistyped`;
    const { code, stderr } = await startJejaring(mistyped, words);
    expect(stderr).toContain(`has the fingerprint ${fingerprint()}, the data folder holds no pseudonym.key\n`);
    expect([code, existsSync(mistyped)]).toEqual([2, false]);
  });

  test('doctor says what stands at the address', async () => {
    const { code, stdout } = await startJejaring(folder, ['doctor']);
    expect(stdout).toMatch(/^ok {3}Neo4j +5\.\S+ community at bolt:\S+, with(out)? Graph Data Science$/m);
    expect(stdout).toContain(`readable by its owner only, fingerprint ${fingerprint()}\n`);
    expect(stdout).toMatch(/^ok {3}store +neo4j, schema \d+, 0 issues/m);
    expect(code).toBe(0);
  });
});
