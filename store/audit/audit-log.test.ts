import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { AuditEvent } from '#domain/audit-entry.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { createLogger } from '#platform/logger.js';
import { auditKey } from './audit-key.js';
import { AUDIT_FOLDER, openAuditLog } from './audit-log.js';
import { lineOf } from './entry-line.js';
import { type VerifyOptions, verifyLog } from './verify-log.js';

const event = (requestId: string): AuditEvent => ({
  action: 'query',
  principal: 'local',
  role: 'local',
  purpose: 'banjir “Kota”',
  requestId,
  what: { operation: 'ab'.repeat(32), fields: ['issue'], ids: ['banjir'], codes: [] },
});

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'jejaring-audit-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

const open = (options: object = {}) => openAuditLog({ dataFolder, log: createLogger('test', 'silent'), ...options });
const folder = () => join(dataFolder, AUDIT_FOLDER);
const files = () => readdirSync(folder()).filter((name) => name.endsWith('.ndjson'));
const verify = (more: Partial<VerifyOptions> = {}) =>
  verifyLog({ folder: folder(), key: auditKey(dataFolder), ...more });

async function write(entries: number, options: object = {}): Promise<void> {
  const log = await open(options);
  for (let i = 0; i < entries; i += 1) await log.append(event(`r${i}`));
  await log.close();
}

test('numbers what is appended and noted, in order, over several files', async () => {
  const log = await open({ segmentBytes: 2000 });
  expect(await log.append(event('a'))).toBe(2);
  for (let i = 0; i < 20; i += 1) log.note(event(`n${i}`));
  expect(await log.append(event('b'))).toBe(23);
  await log.close();
  await write(1, { segmentBytes: 2000 });
  const { entries, fault, head } = await verify();
  expect([entries, fault, head.number]).toEqual([24, null, 24]);
  expect(files().length).toBeGreaterThan(1);
});

test('several writers make one chain', async () => {
  const logs: AuditLog[] = await Promise.all([open(), open(), open()]);
  const numbers = await Promise.all(Array.from({ length: 60 }, (_, i) => logs[i % 3]!.append(event(`${i}`))));
  for (const log of logs) await log.close();
  expect(new Set(numbers).size).toBe(60);
  expect(await verify()).toMatchObject({ entries: 61, fault: null });
});

test('any change of bytes is found, and said where', async () => {
  await write(8, { segmentBytes: 1500 });
  const { head } = await verify();
  const [names, originals] = [files(), files().map((name) => readFileSync(join(folder(), name)))];
  const change = fc.record({
    file: fc.nat(names.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    drop: fc.integer({ min: 0, max: 40 }),
    put: fc.uint8Array({ maxLength: 4 }),
  });
  const changed = async ({ file, at, drop, put }: { file: number; at: number; drop: number; put: Uint8Array }) => {
    const [original, path] = [originals[file]!, join(folder(), names[file]!)];
    const from = Math.floor(at * original.length);
    const bytes = Buffer.concat([original.subarray(0, from), put, original.subarray(from + drop)]);
    if (bytes.equals(original)) return;
    writeFileSync(path, bytes);
    const { fault } = await verify({ head: head.hash });
    writeFileSync(path, original);
    expect(fault).toMatchObject({ file: expect.any(String), message: expect.any(String) });
    if (drop === 0 || drop === put.length) expect(fault!.file >= names[file]!).toBe(true);
  };
  await fc.assert(fc.asyncProperty(change, changed), { numRuns: 150 });
  for (const [file, original] of originals.entries())
    for (let bit = 0; bit < 8; bit += 1)
      for (const at of [0, 200, original.length - 2, original.length - 1]) {
        const flipped = Buffer.from(original);
        flipped[at]! ^= 1 << bit;
        writeFileSync(join(folder(), names[file]!), flipped);
        expect((await verify()).fault?.file).toBe(names[file]);
        writeFileSync(join(folder(), names[file]!), original);
      }
});

test('whole entries cut from the end are found by a head that was noted, and by nothing else', async () => {
  await write(4);
  const { head } = await verify();
  await write(1);
  const path = join(folder(), files()[0]!);
  const lines = readFileSync(path, 'utf8').split('\n');
  expect(await verify({ head: head.hash })).toMatchObject({ fault: null });
  writeFileSync(path, `${lines.slice(0, 3).join('\n')}\n`);
  expect(await verify()).toMatchObject({ entries: 3, fault: null });
  expect((await verify({ head: head.hash })).fault?.message).toMatch(/cut before it or made anew/);
});

test('a chain made anew without the key is found by the seals alone', async () => {
  await write(3);
  const key = auditKey(dataFolder);
  rmSync(folder(), { recursive: true });
  rmSync(join(dataFolder, 'audit.key'));
  await write(3);
  expect(await verify({ key: null })).toMatchObject({ entries: 4, fault: null });
  expect((await verify({ key })).fault).toMatchObject({ line: 1, message: expect.stringMatching(/seal/) });
});

test('files that were put away leave a chain that follows their last hash', async () => {
  await write(8, { segmentBytes: 1500 });
  const [first] = files();
  const lines = readFileSync(join(folder(), first!), 'utf8').trim().split('\n');
  const { hash: after } = JSON.parse(lines.at(-1)!);
  rmSync(join(folder(), first!));
  expect((await verify()).fault?.message).toMatch(/files before it are missing/);
  expect((await verify({ after: '1'.repeat(64) })).fault?.message).toMatch(/does not follow/);
  expect(await verify({ after })).toMatchObject({ fault: null });
});

test.each([1, 30, 1000])('a crash %s bytes into a batch breaks nothing', async (kept) => {
  await write(2);
  const path = join(folder(), files()[0]!);
  const before = readFileSync(path);
  await write(3);
  truncateSync(path, before.length + kept);
  expect((await verify()).fault?.message).toMatch(/cut short/);
  await write(1);
  const { fault, torn } = await verify();
  expect(fault).toBeNull();
  expect(torn).toHaveLength(1);
  // And again in the middle of what tells of it.
  const grown = readFileSync(path).length;
  truncateSync(path, grown - 900);
  await write(1);
  expect(await verify()).toMatchObject({ fault: null });
});

test('an entry that lacks its line feed alone is taken as it is', async () => {
  await write(2);
  const path = join(folder(), files()[0]!);
  truncateSync(path, readFileSync(path).length - 1);
  await write(1);
  expect(await verify()).toMatchObject({ entries: 4, torn: [], fault: null });
});

test('a log whose end was changed is not written on', async () => {
  await write(2);
  appendFileSync(join(folder(), files()[0]!), '{}\n');
  await expect(open()).rejects.toMatchObject({ code: 'AUDIT_BROKEN' });
});

test('a running writer notices that what it wrote is gone', async () => {
  const log = await open();
  await log.append(event('a'));
  const path = join(folder(), files()[0]!);
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, `${lines[0]}\n`);
  await expect(log.append(event('b'))).rejects.toMatchObject({ code: 'AUDIT_BROKEN' });
  await expect(log.health()).rejects.toMatchObject({ code: 'AUDIT_BROKEN' });
  await log.close();
});

test('what somebody without the key wrote meanwhile is not gone on from', async () => {
  const log = await open();
  await log.append(event('a'));
  const other = Buffer.alloc(32, 7);
  const path = join(folder(), files()[0]!);
  const { entry, hash } = JSON.parse(readFileSync(path, 'utf8').trim().split('\n').at(-1)!);
  appendFileSync(path, `${lineOf({ ...entry, number: entry.number + 1, previous: hash }, other).line}\n`);
  await expect(log.append(event('b'))).rejects.toMatchObject({ code: 'AUDIT_BROKEN' });
  await log.close();
  expect((await verify()).fault?.message).toMatch(/seal/);
});

test('without a place to write, what must be logged is refused at once and the rest once too much waits', async () => {
  const log = await open({ mostWaiting: 3 });
  await log.append(event('a'));
  rmSync(folder(), { recursive: true });
  writeFileSync(folder(), 'no folder');
  await expect(log.append(event('b'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  for (let i = 0; i < 3; i += 1) log.note(event(`${i}`));
  expect(() => log.note(event('c'))).toThrow(expect.objectContaining({ code: 'AUDIT_UNAVAILABLE' }));
  await log.close();
});
