import { createRequire } from 'node:module';
import { packageFile } from '#platform/package-root.js';

const leaveOtherServersAlone = createRequire(packageFile('package.json'))('./test/neo4j/other-servers.cjs');

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

test('tests never see the Neo4j of the shell they are run from', async () => {
  delete process.env.JEJARING_TEST_NEO4J;
  Object.assign(process.env, { NEO4J_URI: 'neo4j+s://production.example', NEO4J_PASSWORD: 'x', NEO4J_DATABASE: 'hub' });
  await leaveOtherServersAlone();
  expect(Object.keys(process.env).filter((name) => name.startsWith('NEO4J_'))).toEqual([]);
});

test('but for that of npm run test:neo4j, which is theirs', async () => {
  Object.assign(process.env, { JEJARING_TEST_NEO4J: '1', NEO4J_URI: 'bolt://127.0.0.1:1' });
  await leaveOtherServersAlone();
  expect(process.env.NEO4J_URI).toBe('bolt://127.0.0.1:1');
});
