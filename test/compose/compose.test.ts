import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { limitSettings, USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import { readTokenIssuer } from '#platform/access-settings.js';
import { readEnvironment } from '#platform/environment.js';
import { readNeo4jSettings } from '#platform/neo4j-settings.js';
import { packageFile } from '#platform/package-root.js';
import { readPolicy } from '#platform/policy-settings.js';
import { type ComposeService, readCompose } from './read-compose.js';

const compose = readCompose();
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'jejaring');

/** The schema names its dialect by an https address, which Ajv knows by its http one only. */
function composeSchema() {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(packageFile('test/compose/compose-spec.json'), 'utf8'));
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}

test('docker-compose.yml meets the Compose Specification', () => {
  const validate = composeSchema();
  expect(validate(compose) ? [] : validate.errors).toEqual([]);
  expect(validate({ ...compose, services: { a: { portz: [] } } })).toBe(false);
});

test('holds what the architecture says', () => {
  expect(Object.keys(compose.services).sort()).toEqual([
    'accounts',
    'agencies',
    'gateway',
    'internal-keys',
    'mentions',
    'redis',
    'spread',
    'worker',
  ]);
});

describe('docker-compose.neo4j.yml', () => {
  const { services: onNeo4j } = readCompose('docker-compose.neo4j.yml');
  const { neo4j, ...others } = onNeo4j;

  test('meets the Compose Specification', () => {
    const validate = composeSchema();
    expect(validate(readCompose('docker-compose.neo4j.yml')) ? [] : validate.errors).toEqual([]);
  });

  test('gives the settings of Neo4j to every service that has the store', () => {
    const withStore = ours.filter(([, { volumes }]) => volumes?.includes('data:/data')).map(([name]) => name);
    expect(Object.keys(others).sort()).toEqual(withStore.sort());
    for (const [name, { environment }] of Object.entries(others)) {
      expect(environment?.NEO4J_PASSWORD_FILE).toMatch(/^\/run\/secrets\//);
      const settings = { ...compose.services[name]!.environment, ...environment, NEO4J_PASSWORD: 'x' };
      expect(readNeo4jSettings(settings)?.uri).toBe('bolt://neo4j:7687');
    }
  });

  test('runs the version that the tests run on, on the internal network alone', () => {
    const pom = readFileSync(packageFile('tools/neo4j/pom.xml'), 'utf8');
    const version = /<neo4j\.version>([^<]+)</.exec(pom)![1];
    expect(neo4j).toMatchObject({ image: `neo4j:${version}-community`, networks: ['hub'] });
    expect(neo4j).not.toHaveProperty('ports');
  });
});

describe('settings of operators', () => {
  const documented = readFileSync(packageFile('docs/configuration.md'), 'utf8');
  const names = [...documented.matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name!);
  /** Of the shape of the containers, or laid over by docker-compose.neo4j.yml; keys lie in the data volume. */
  const OTHERS =
    /^(JEJARING_DATA|JEJARING_PRIVATE_NETWORK|PORT|HOST|SUBGRAPH_URLS|ACCESS_KEYS_FILE|INTERNAL_\w+|NEO4J_\w+)$/;
  const OF_STORES = /^(JEJARING_\w+|OTEL_\w+|LOG_LEVEL)$/;
  /** As Compose fills it in where nothing of it is set. */
  const unset = (environment: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')]),
    );

  test('reach the services that heed them', () => {
    const passed = names.filter((name) => !OTHERS.test(name));
    expect(passed.length).toBeGreaterThan(15);
    for (const [name, { environment = {} }] of ours.filter(([service]) => service !== 'internal-keys'))
      for (const setting of passed)
        if (name === 'gateway' || OF_STORES.test(setting))
          expect([name, environment[setting]]).toEqual([
            name,
            expect.stringMatching(new RegExp(`^\\$\\{${setting}:-`)),
          ]);
  });

  test('are as if nobody had named them where they are not set', () => {
    const environment = unset(compose.services.gateway!.environment);
    expect(environment).toMatchObject({ CORS_ORIGINS: '', TRUSTED_DOCUMENTS: '', ACCESS_JWKS: '' });
    expect(limitSettings(environment)).toEqual(USUAL_LIMITS);
    expect(readTokenIssuer(environment)).toBeNull();
    expect(readPolicy(environment)).toEqual(readPolicy({}));
    expect(readEnvironment(environment).logLevel).toBe('info');
    const issuer = { ACCESS_JWKS: '/jwks.json', ACCESS_ISSUER: 'i', ACCESS_AUDIENCE: 'a' };
    expect(readTokenIssuer({ ...environment, ...issuer })).toEqual(readTokenIssuer(issuer));
  });
});

test('publishes on loopback only, and nothing but the gateway', () => {
  const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => ({ name, port })));
  expect(published).toEqual([{ name: 'gateway', port: expect.stringMatching(/^127\.0\.0\.1:/) }]);
});

test('what listens beyond loopback is on an internal network', () => {
  const open = ours.filter(([, { environment }]) => environment?.HOST === '0.0.0.0');
  expect(open).not.toHaveLength(0);
  for (const [, { environment, networks = [] }] of open) {
    expect(environment?.JEJARING_PRIVATE_NETWORK).toBe('1');
    const outside = networks.filter((network) => !compose.networks[network]?.internal);
    expect(outside).toEqual(networks.includes('edge') ? ['edge'] : []);
  }
  expect(services.filter(([, { networks }]) => networks?.includes('edge')).map(([name]) => name)).toEqual(['gateway']);
});

test('holds no secret', () => {
  const settings = services.flatMap(([, { environment }]) => Object.entries(environment ?? {}));
  expect(
    settings.filter(([name, value]) => /pass|secret|token|key|auth/i.test(name) && !value.startsWith('/run/')),
  ).toEqual([]);
});

test('every service that stays has a health check', () => {
  for (const [, { healthcheck, restart }] of services)
    expect(restart === 'no' || (healthcheck?.test.length ?? 0) > 1).toBe(true);
});

test('the gateway alone can read the key that it signs with, and subgraphs wait for the public one', () => {
  const bearers = services.filter(([, { volumes = [] }]) => volumes.some((one) => one.startsWith('signing-key:')));
  expect(bearers.map(([name]) => name).sort()).toEqual(['gateway', 'internal-keys']);
  const made = compose.services['internal-keys']!.volumes!.map((volume) => volume.split(':') as [string, string]);
  for (const [name, { environment, volumes = [], depends_on: waits }] of ours) {
    const { INTERNAL_PUBLIC_KEY_FILE: open, INTERNAL_SIGNING_KEY_FILE: signing } = environment ?? {};
    expect([name, open !== undefined]).toEqual([name, entryOf(compose.services[name]!).startsWith('dist/subgraphs/')]);
    expect([name, signing !== undefined]).toEqual([name, name === 'gateway']);
    const file = open ?? signing;
    if (file === undefined) continue;
    const volume = made.find(([, folder]) => file.startsWith(`${folder}/`));
    expect(volumes).toContain(`${volume!.join(':')}:ro`);
    if (open) expect(waits?.['internal-keys']?.condition).toBe('service_completed_successfully');
  }
});

test.each(ours.map(([name, service]) => ({ name, service })))('the entry file of $name is compiled', ({ service }) => {
  expect(existsSync(packageFile(entryOf(service)))).toBe(true);
});

test('the image takes what is there', () => {
  const dockerfile = readFileSync(packageFile('Dockerfile'), 'utf8');
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path!);
  expect(copied).toContain('dist');
  expect(copied.filter((path) => !existsSync(packageFile(path)))).toEqual([]);
  const { files } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { files: string[] };
  const needed = files.filter((path) => !path.startsWith('!') && path !== 'docs');
  expect(needed.filter((path) => !copied.some((copy) => path === copy || path.startsWith(`${copy}/`)))).toEqual([]);
});

test('the image runs as a user without rights, on the Node version that the package asks for', () => {
  const dockerfile = readFileSync(packageFile('Dockerfile'), 'utf8');
  expect(dockerfile).toMatch(/^USER node$/m);
  expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(['node:20-slim', 'node:20-slim']);
});

function entryOf({ command = [] }: ComposeService): string {
  expect(command[0]).toBe('node');
  return command[1]!;
}
