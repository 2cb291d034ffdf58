import { createHmac, hash } from 'node:crypto';
import { AUDIT_ACTIONS, type AuditEntry } from '#domain/audit-entry.js';
import { canonicalJson } from '#domain/canonical-json.js';

/** Before the first entry. */
export const NO_HASH = '0'.repeat(64);

export interface ReadEntry {
  readonly entry: AuditEntry;
  readonly hash: string;
}

/**
 * An entry as a line of the log. The seal is an HMAC of the entry: who has no key cannot make one. The hash is over entry and
 * seal, so that everybody can walk the chain, and no byte of a line is outside it.
 */
export function lineOf(entry: AuditEntry, key: Buffer): { readonly line: string; readonly hash: string } {
  const body = canonicalJson(entry);
  const seal = sealOf(body, key);
  const hash = hashOf(body, seal);
  return { line: written(body, hash, seal), hash };
}

/** The entry of a line, or what is wrong with it, for people. Without a key the seal is not looked at. */
export function readLine(bytes: Buffer, key: Buffer | null): ReadEntry | { readonly fault: string } {
  const parsed = parsedLine(bytes);
  if (parsed === null) return { fault: 'it is no entry' };
  const { entry, hash, seal } = parsed;
  const body = canonicalJson(entry);
  if (!bytes.equals(Buffer.from(written(body, hash, seal)))) return { fault: 'it is not written as an entry is' };
  if (hash !== hashOf(body, seal)) return { fault: 'its hash is not that of what it says' };
  if (key !== null && seal !== sealOf(body, key))
    return { fault: 'its seal is not of this key: another key was used, or somebody without the key wrote it' };
  return { entry, hash };
}

function written(body: string, hash: string, seal: string): string {
  return `{"entry":${body},"hash":"${hash}","seal":"${seal}"}`;
}

function hashOf(body: string, seal: string): string {
  return hash('sha256', `${body}\n${seal}`);
}

function sealOf(body: string, key: Buffer): string {
  return createHmac('sha256', key).update(body).digest('hex');
}

function parsedLine(bytes: Buffer): { entry: AuditEntry; hash: string; seal: string } | null {
  try {
    const line = JSON.parse(bytes.toString('utf8'));
    const { number, action, at, previous } = line.entry;
    const isEntry = Number.isSafeInteger(number) && AUDIT_ACTIONS.includes(action);
    return isEntry && [at, previous, line.hash, line.seal].every((part) => typeof part === 'string') ? line : null;
  } catch {
    return null;
  }
}
