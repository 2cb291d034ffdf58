import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNeo4jSettings } from './neo4j-settings.js';

const LOCAL = { NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_PASSWORD: 'secret-one' };
const refused = (message: RegExp, at: string) =>
  expect.objectContaining({ code: 'BAD_CONFIGURATION', at, message: expect.stringMatching(message) });

test('without an address the hub runs on the embedded store', () => {
  expect(readNeo4jSettings({})).toBeNull();
  expect(readNeo4jSettings({ NEO4J_URI: '', NEO4J_PASSWORD: 'x' })).toBeNull();
});

test('an address and a password are enough', () => {
  expect(readNeo4jSettings(LOCAL)).toEqual({
    uri: 'bolt://127.0.0.1:7687',
    user: 'neo4j',
    password: 'secret-one',
    database: null,
    caFile: null,
    poolSize: 20,
    retrySeconds: 120,
  });
});

test('every setting is read', () => {
  const given = { NEO4J_USER: 'hub', NEO4J_DATABASE: 'jejaring', NEO4J_POOL_SIZE: '5', NEO4J_RETRY_SECONDS: '9' };
  expect(readNeo4jSettings({ ...LOCAL, ...given, NEO4J_CA_FILE: 'ca.pem' })).toMatchObject({
    user: 'hub',
    database: 'jejaring',
    caFile: 'ca.pem',
    poolSize: 5,
    retrySeconds: 9,
  });
});

test.each(['neo4j+s://graph.example', 'neo4j+ssc://10.0.0.1:7687', 'bolt+s://graph.example:7687'])(
  '%s is encrypted, and may be anywhere',
  (NEO4J_URI) => {
    expect(readNeo4jSettings({ ...LOCAL, NEO4J_URI })?.uri).toBe(NEO4J_URI);
  },
);

test.each(['bolt://localhost:7687', 'neo4j://127.0.0.1', 'bolt://[::1]:7687'])(
  '%s stays on this machine',
  (NEO4J_URI) => {
    expect(readNeo4jSettings({ ...LOCAL, NEO4J_URI })?.uri).toBe(NEO4J_URI);
  },
);

test.each(['bolt://10.0.0.1:7687', 'neo4j://graph.example', 'bolt://127.graph.example'])(
  '%s would send the password in the open',
  (NEO4J_URI) => {
    const given = { ...LOCAL, NEO4J_URI };
    expect(() => readNeo4jSettings(given)).toThrow(refused(/is not encrypted/, 'NEO4J_URI'));
    expect(readNeo4jSettings({ ...given, NEO4J_CA_FILE: 'ca.pem' })?.caFile).toBe('ca.pem');
    expect(readNeo4jSettings({ ...given, JEJARING_PRIVATE_NETWORK: '1' })?.uri).toBe(NEO4J_URI);
  },
);

test.each([
  [{ NEO4J_URI: 'http://127.0.0.1:7474' }, /must be an address as .* not "http:/, 'NEO4J_URI'],
  [{ NEO4J_URI: 'graph.example' }, /must be an address/, 'NEO4J_URI'],
  [{ NEO4J_POOL_SIZE: 'many' }, /must be a whole number/, 'NEO4J_POOL_SIZE'],
  [{ NEO4J_PASSWORD: '' }, /is not set/, 'NEO4J_PASSWORD'],
  [{ NEO4J_URI: 'bolt+s://graph.example', NEO4J_CA_FILE: 'ca.pem' }, /goes with/, 'NEO4J_CA_FILE'],
])('%p is refused by name', (given, message, at) => {
  expect(() => readNeo4jSettings({ ...LOCAL, ...given })).toThrow(refused(message, at));
});

test('an address with a password in it is refused, and not repeated', () => {
  const given = { ...LOCAL, NEO4J_URI: 'bolt://neo4j:secret-two@127.0.0.1:7687' };
  expect(() => readNeo4jSettings(given)).toThrow(refused(/^(?!.*secret-two)/, 'NEO4J_URI'));
});

test('the password may be in a file, as container engines give it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-password-'));
  const file = join(folder, 'password');
  writeFileSync(file, 'from-a-file\n');
  const given = { NEO4J_URI: LOCAL.NEO4J_URI, NEO4J_PASSWORD_FILE: file };
  expect(readNeo4jSettings(given)?.password).toBe('from-a-file');
  rmSync(folder, { recursive: true });
  expect(() => readNeo4jSettings(given)).toThrow(refused(/ENOENT/, 'NEO4J_PASSWORD_FILE'));
});
