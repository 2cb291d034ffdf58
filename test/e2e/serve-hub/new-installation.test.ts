import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiledModule } from '#platform/package-root.js';
import { openStore } from '#store/open-store.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';
import { ContainerProcess, freePort } from '../services-over-http/container-process.js';
import { ask } from './ask.js';

const { NODE_OPTIONS: _, ...environment } = process.env;
const JAKARTA = '{ region(code: "31.71") { name agencies(first: 1) { nodes { id } } } }';

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await unusedDataFolder(mkdtempSync(join(tmpdir(), 'jejaring-new-')));
});

afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});

function jejaring(...words: string[]) {
  return spawn(process.execPath, [compiledModule('cli/main.js'), ...words, '--data', dataFolder], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Asks at the address that stands in the first line that a process prints. */
async function askServed(running: ReturnType<typeof jejaring>, query: string) {
  for await (const line of createInterface(running.stdout)) return ask(line.replace(/\/graphql$/, ''), query);
  throw new Error('it ended without an address');
}

test('"jejaring serve" on an empty folder knows the regions and agencies', async () => {
  const running = jejaring('serve', '--port', '0');
  const ended = new Promise((resolve) => running.once('exit', resolve));
  const { data } = await askServed(running, JAKARTA);
  running.kill('SIGTERM');
  await ended;
  expect(data.region).toEqual({
    name: expect.stringContaining('Jakarta Pusat'),
    agencies: { nodes: [{ id: expect.any(String) }] },
  });
});

test('"jejaring import" into an empty folder brings them along', async () => {
  const file = join(dataFolder, 'one.ndjson');
  writeFileSync(file, '');
  const running = jejaring('import', file);
  await new Promise((resolve) => running.once('exit', resolve));
  const store = await openStore({ dataFolder });
  const [region] = await store.regions.get(['31.71']);
  await store.close();
  expect(region?.parentCode).toBe('31');
});

test('the agencies service on an empty volume knows them', async () => {
  const port = await freePort();
  // Asked directly, without the keys by which it would know the gateway alone.
  const local = { PORT: `${port}`, JEJARING_DATA: dataFolder, INTERNAL_PUBLIC_KEY_FILE: '' };
  const service = new ContainerProcess('agencies', local);
  await service.healthy();
  const { data } = await ask(`http://127.0.0.1:${port}`, JAKARTA);
  await service.stop();
  expect(data.region.agencies.nodes).toHaveLength(1);
});
