import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damaged, readManifest } from './artefact-manifest.mjs';
import { describeNeo4j } from './describe-neo4j.ts';
import { cacheFolder, inCache, resolveArtefacts } from './resolve-artefacts.mjs';

const lib = readManifest().filter(({ part }) => part === 'lib');

test('the manifest names each jar once, with its hash and size', () => {
  expect(new Set(readManifest().map(({ part, name }) => `${part}/${name}`)).size).toBe(readManifest().length);
  expect(lib.every(({ sha256, bytes }) => /^[0-9a-f]{64}$/.test(sha256) && bytes > 0)).toBe(true);
});

describe('without the jars and without Maven', () => {
  test('the start says what to install, and nothing counts as cached', async () => {
    const environment = { XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'jejaring-cache-')), PATH: '' };
    expect(inCache({ gds: false, environment })).toBe(false);
    await expect(resolveArtefacts({ gds: false, environment, log: () => undefined })).rejects.toMatchObject({
      code: 'MAVEN_MISSING',
      hint: expect.stringContaining('install Maven'),
    });
    rmSync(environment.XDG_CACHE_HOME, { recursive: true });
  });
});

describeNeo4j(
  'jars in the cache',
  () => {
    test('one cut short, one changed and one absent are fetched again', async () => {
      await resolveArtefacts({ gds: false, environment: process.env, log: () => undefined });
      const environment = { ...process.env, XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'jejaring-cache-')) };
      const folder = join(cacheFolder(environment), 'lib');
      mkdirSync(folder, { recursive: true });
      const [short, changed, absent] = lib.map(({ name, bytes }) => ({ name, bytes }));
      for (const { name } of lib)
        if (![short, changed, absent].some((one) => one!.name === name))
          linkSync(join(cacheFolder(process.env), 'lib', name), join(folder, name));
      writeFileSync(join(folder, short!.name), 'x');
      writeFileSync(join(folder, changed!.name), '');
      truncateSync(join(folder, changed!.name), changed!.bytes);
      expect((await damaged(folder, lib)).length).toBe(3);
      const said: string[] = [];
      await resolveArtefacts({ gds: false, environment, log: (message) => said.push(message) });
      expect(said).toEqual([`fetching 3 of ${lib.length} jars (lib) with Maven`]);
      expect(await damaged(folder, lib)).toEqual([]);
      expect(readdirSync(cacheFolder(environment))).toEqual(['lib']);
      rmSync(environment.XDG_CACHE_HOME, { recursive: true });
    });
  },
  { maven: true },
);
