import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { buildProgram } from '#cli/command-line.js';
import { readNeo4jSettings } from '#platform/neo4j-settings.js';
import { packageFile } from '#platform/package-root.js';

const README = readFileSync(packageFile('README.md'), 'utf8');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/methods.md', 'docs/adr/README.md'];

const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);

test('its queries fit the schema', () => {
  const schema = buildSchema(readFileSync(packageFile('gateway/supergraph.graphql'), 'utf8'));
  expect(blocks('graphql').length).toBeGreaterThan(0);
  for (const query of blocks('graphql')) expect(validate(schema, parse(query))).toEqual([]);
});

test('its commands and their options exist', async () => {
  const program = await buildProgram();
  const lines = blocks('sh')
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/^(\w+=\S+ )+/, ''))
    .filter((line) => line.startsWith('npx jejaring '));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const words = line.split(' ').slice(2);
    const top = program.commands.find((command) => command.name() === words[0]);
    const command = top?.commands.find((child) => child.name() === words[1]) ?? top;
    const known = command?.options.map(({ long }) => long);
    for (const option of words.filter((word) => word.startsWith('--')))
      expect([line, known]).toEqual([line, expect.arrayContaining([option])]);
    expect([line, command?.name()]).toEqual([line, expect.any(String)]);
  }
});

test('its settings of Neo4j are read, from the password file that the launcher makes', () => {
  const line = blocks('sh')
    .flatMap((text) => text.split('\n'))
    .find((text) => text.includes('NEO4J_URI='))!;
  const given = Object.fromEntries([...line.matchAll(/(NEO4J_\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]));
  const launcher = readFileSync(packageFile('tools/neo4j/main.mjs'), 'utf8');
  const data = /data: \{ type: 'string', default: '([^']+)'/.exec(launcher)![1];
  expect(given.NEO4J_PASSWORD_FILE).toBe(`${data}/neo4j.password`);
  expect(readNeo4jSettings({ ...given, NEO4J_PASSWORD: 'x' })).toMatchObject({ uri: 'bolt://127.0.0.1:7687' });
});

test('its npm scripts exist', () => {
  const { scripts } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [, script] of README.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
});

test.each(PAGES)('links of %s lead somewhere', (page) => {
  const text = readFileSync(packageFile(page), 'utf8');
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => folder + target);
  expect(targets.filter((target) => !existsSync(packageFile(target)))).toEqual([]);
});
