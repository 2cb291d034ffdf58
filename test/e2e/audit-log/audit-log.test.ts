import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { startSupergraphGateway } from '#gateway/serve-supergraph.js';
import type { RunningService } from '#platform/http-server.js';
import { createLogger } from '#platform/logger.js';
import { openAuditLog } from '#store/audit/audit-log.js';
import { type RunningSubgraphs, runSubgraphs } from '../../conformance/harness/running-suite.js';
import { readSuites } from '../../conformance/harness/suite.js';
import { startJejaring } from '../map-command/jejaring-command.js';
import { ask } from '../serve-hub/ask.js';

const log = createLogger('test', 'silent');
let dataFolder: string;
let subgraphs: RunningSubgraphs;
let audit: AuditLog;
let gateway: RunningService;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'jejaring-audited-'));
  subgraphs = await runSubgraphs(readSuites().find(({ name }) => name === 'mutations')!);
  audit = await openAuditLog({ dataFolder, log, mostWaiting: 2 });
  gateway = await startSupergraphGateway({
    file: subgraphs.file,
    host: '127.0.0.1',
    port: 0,
    log,
    nulls: 'strict',
    authenticate: null,
    sign: null,
    audit,
  });
});

afterAll(async () => {
  await gateway?.close();
  await audit?.close();
  subgraphs?.close();
  rmSync(dataFolder, { recursive: true });
});

const jejaring = (...words: string[]) => startJejaring(dataFolder, ['audit', ...words]);
const file = () =>
  join(dataFolder, 'audit', readdirSync(join(dataFolder, 'audit')).find((name) => name.endsWith('n'))!);

test('every operation is logged, with purpose and request id and without what people wrote', async () => {
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'mine', 'x-purpose': 'weekly report' },
    body: JSON.stringify({ query: 'mutation Budi { addA(by: 1) { id } failA }' }),
  });
  await ask(gateway.url, '{ a }');
  await ask(gateway.url, '{ nothing }');
  // Written after what was noted before it.
  await ask(gateway.url, 'mutation { stepA }');
  const { stdout } = await jejaring('list', '--json');
  const entries = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.map(({ action }) => action)).toEqual(
    ['begin', 'mutation', 'outcome', 'query', 'mutation', 'outcome'].slice(0, entries.length),
  );
  expect(entries[1]).toMatchObject({
    principal: 'local',
    purpose: 'weekly report',
    requestId: 'mine',
    what: { fields: ['addA', 'failA'], ids: [] },
  });
  expect(entries[2].what).toEqual({ outcomeOf: 2, codes: ['NOT_FOUND'] });
  expect(entries[3]).toMatchObject({ purpose: null, what: { fields: ['a'], codes: [] } });
  expect(stdout).not.toContain('Budi');
});

test('the commands list, add up, and verify', async () => {
  const page = await jejaring('list', '--first', '2', '--after', '1', '--principal', 'local');
  expect(page.stdout.split('\n')).toHaveLength(3);
  expect(page.stderr).toContain('there are more: --after 3');
  expect((await jejaring('list', '--to', '2020-01-01')).stdout).toBe('');
  expect((await jejaring('list', '--from', 'yesterday')).code).toBe(2);
  const cells = await jejaring('summary', '--min-cell', '2');
  expect(cells.stdout).toMatch(/^day,role,action,field,requests\n/);
  expect(cells.stdout).toMatch(/^\d{4}-\d\d-\d\d,local,mutation,addA,<2$/m);
  const [, head] = (await jejaring('head')).stdout.trim().split(' ');
  const whole = await jejaring('verify', '--head', head!);
  expect([whole.code, whole.stdout]).toEqual([0, expect.stringMatching(/fit together, with their seals/)]);
});

test('one changed byte is found', async () => {
  const original = readFileSync(file());
  const changed = Buffer.from(original);
  changed[original.indexOf('weekly')] = 'W'.charCodeAt(0);
  writeFileSync(file(), changed);
  const broken = await jejaring('verify');
  writeFileSync(file(), original);
  expect([broken.code, broken.stdout]).toEqual([
    1,
    expect.stringMatching(/AUDIT_BROKEN: 000001\.ndjson line 2 \(byte \d+\): its hash is not that of what it says/),
  ]);
});

test('a mutation that cannot be logged is refused before it runs, and reads once too many wait', async () => {
  const folder = join(dataFolder, 'audit');
  renameSync(folder, `${folder}-away`);
  writeFileSync(folder, 'no folder');
  for (const server of subgraphs.servers.values()) server.fetches();
  const { data, errors } = await ask(gateway.url, 'mutation { stepA }');
  expect([data ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'AUDIT_UNAVAILABLE']);
  expect(JSON.stringify(errors)).not.toContain(dataFolder);
  expect([...subgraphs.servers.values()].map((server) => server.fetches())).toEqual([0, 0]);
  const answers = [];
  for (let i = 0; i < 4; i += 1) answers.push(await ask(gateway.url, '{ a }'));
  expect(answers.at(0)?.data).toEqual({ a: 1 });
  expect(answers.at(-1)?.errors?.[0]?.extensions.code).toBe('AUDIT_UNAVAILABLE');
  expect((await fetch(`${gateway.url}/ready`)).status).toBe(503);
  rmSync(folder);
  renameSync(`${folder}-away`, folder);
  expect((await ask(gateway.url, 'mutation { stepA }')).errors).toBeUndefined();
});
