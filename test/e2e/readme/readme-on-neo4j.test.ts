import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiledModule, packageFile } from '#platform/package-root.js';
import { describeOnTestNeo4j } from '../../neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testNeo4jSettings } from '../../neo4j/test-database.js';
import { ask } from '../serve-hub/ask.js';

const MAIN = compiledModule('cli/main.js');
const PASSWORD_FILE = '.jejaring/neo4j/neo4j.password';

/** The lines of a page, between a heading and the next one, that set the address of a server and start a hub. */
function commands(page: string, heading: string): string {
  const text = readFileSync(packageFile(page), 'utf8').split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  const lines = [...text.matchAll(/```(?:sh)?\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split('\n'));
  return lines.filter((line) => line !== '' && line !== 'npm run neo4j').join('\n');
}

describeOnTestNeo4j('the commands that start a hub on Neo4j', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-readme-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['README.md', 'On Neo4j'],
    ['docs/neo4j.md', 'Connecting the hub'],
  ])('of %s do', async (page, heading) => {
    await emptyTestDatabase();
    const { uri, password } = testNeo4jSettings();
    mkdirSync(join(folder, dirname(PASSWORD_FILE)), { recursive: true });
    writeFileSync(join(folder, PASSWORD_FILE), `${password}\n`, { mode: 0o600 });
    const script = commands(page, heading);
    expect(script).toContain('bolt://127.0.0.1:7687');
    expect(script).toContain('npx jejaring serve');
    const here = script
      .replace('bolt://127.0.0.1:7687', uri)
      .replace('npx jejaring serve', `exec '${process.execPath}' '${MAIN}' serve --port 0`)
      .replaceAll('npx jejaring', `'${process.execPath}' '${MAIN}'`);
    const { NODE_OPTIONS: _o, NEO4J_URI: _u, NEO4J_USER: _n, NEO4J_PASSWORD: _p, ...env } = process.env;
    // What an office has when it moves up.
    const words = (line: string) => [MAIN, ...line.split(' ')];
    for (const line of ['simulate --out m.ndjson --mentions 400 --accounts 200', 'import m.ndjson --data my-data'])
      execFileSync(process.execPath, words(line), { cwd: folder, env, stdio: 'ignore' });
    const hub = spawn('sh', ['-ec', here], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(hub, 'exit');
    try {
      let url: string | undefined;
      for await (const line of createInterface(hub.stdout)) {
        if (!line.startsWith('http')) continue;
        url = line;
        break;
      }
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
      const { data } = await ask(url!.replace(/\/graphql$/, ''), '{ region(code: "31") { name } }');
      expect(data.region.name).toContain('Jakarta');
    } finally {
      hub.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
  });
});
