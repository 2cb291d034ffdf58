import type { Account } from '#domain/account.js';
import type { AuditEvent } from '#domain/audit-entry.js';
import { type Caller, UNCONTROLLED } from '#domain/caller.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { entityLoader } from '#platform/entity-loader.js';
import { identifyAccount } from './identify-account.js';

const account = { id: 'k1', nativeId: '77', handle: 'budi', displayName: 'Budi' } as Account;
const accounts = () => entityLoader(async (ids: readonly string[]) => ids.map((id) => (id === 'k1' ? account : null)));
const caller = { principal: 'user:siti', role: 'NATIONAL_ANALYST' } as Caller;

function asked(purpose: string, append: ((event: AuditEvent) => Promise<number>) | null, id = 'k1', by = caller) {
  const audit = append === null ? undefined : ({ append } as AuditLog);
  return identifyAccount({ id, purpose, caller: by, requestId: 'r1', accounts: accounts(), store: { audit } as never });
}

test('the answer waits until the log has who asked and what for', async () => {
  let write: (number: number) => void = () => undefined;
  const events: AuditEvent[] = [];
  const append = (event: AuditEvent) => {
    events.push(event);
    return new Promise<number>((resolve) => (write = resolve));
  };
  let answered = false;
  const answer = asked(' case 12/2026, police request ', append).finally(() => (answered = true));
  while (events.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toBe(false);
  write(2);
  expect(await answer).toBe(account);
  expect(events).toEqual([
    {
      action: 'identify',
      principal: 'user:siti',
      role: 'NATIONAL_ANALYST',
      purpose: 'case 12/2026, police request',
      requestId: 'r1',
      what: { fields: ['identify'], ids: ['k1'] },
    },
  ]);
});

test('where access is not controlled, it was whoever reached this machine', async () => {
  const events: AuditEvent[] = [];
  await asked('case 12/2026', async (event) => events.push(event), 'k1', UNCONTROLLED);
  expect(events).toMatchObject([{ principal: 'local', role: 'local' }]);
});

test('nobody is named where the log cannot be written, or there is none', async () => {
  const full = async () => Promise.reject(new Error('no space'));
  await expect(asked('case 12/2026', full)).rejects.toThrow('no space');
  await expect(asked('case 12/2026', null)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
});

test.each([
  ['short', 'BAD_PARAMETERS', 'k1'],
  ['x'.repeat(201), 'BAD_PARAMETERS', 'k1'],
  ['case 12/2026', 'NOT_FOUND', 'k2'],
])('a purpose or an id that cannot be is refused unlogged', async (purpose, code, id) => {
  const append = () => Promise.reject(new Error('it was logged'));
  await expect(asked(purpose, append, id)).rejects.toMatchObject({ code });
});
