import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ROLES } from '#domain/access/scopes.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { makeFolder } from '../make-folder.js';
import type { IssuedKey } from './api-key.js';

/** ACCESS_KEYS_FILE, or in the data folder: a gateway of its own needs no data folder, which holds the key of the pseudonyms. */
export function apiKeysPath(variables: NodeJS.ProcessEnv, dataFolder: string): string {
  return variables.ACCESS_KEYS_FILE ? resolve(variables.ACCESS_KEYS_FILE) : join(dataFolder, 'api-keys.ndjson');
}

const LINE = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('issued'),
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    regions: z.array(z.string()).min(1).readonly().nullable(),
    agencyId: z.string().nullable(),
    scopes: z.array(z.string()).min(1).readonly().nullable(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    issuedAt: z.number(),
    expiresAt: z.number(),
  }),
  z.object({ event: z.literal('revoked'), id: z.string(), at: z.number() }),
]);

export interface KeyState {
  readonly key: IssuedKey;
  readonly revokedAt: number | null;
}

/**
 * The keys of an installation, a line for each that was issued and each that was revoked. Lines are appended and never
 * changed: two who issue keys at once lose none, and what was revoked stays to be seen.
 */
export class ApiKeyFile {
  readonly #path: string;
  #read = '';
  #keys: ReadonlyMap<string, KeyState> = new Map();

  constructor(path: string) {
    this.#path = path;
  }

  append(key: IssuedKey): void {
    this.#appendLine({ event: 'issued', ...key });
  }

  /** Throws NOT_FOUND for an id that no key has. */
  revoke(id: string): void {
    if (!this.all().has(id))
      throw new CodedError('NOT_FOUND', `no key has the id "${id.slice(0, 80)}"`, {
        at: this.#path,
        hint: '"jejaring keys list" shows the ids',
      });
    this.#appendLine({ event: 'revoked', id, at: Date.now() });
  }

  /** By id, as the file stands now. Throws BAD_CONFIGURATION for a file that somebody broke: no key is taken then. */
  all(): ReadonlyMap<string, KeyState> {
    const state = stateOf(this.#path);
    if (state === this.#read) return this.#keys;
    this.#keys = state === '' ? new Map() : keysIn(this.#path);
    this.#read = state;
    return this.#keys;
  }

  #appendLine(line: z.infer<typeof LINE>): void {
    makeFolder(dirname(this.#path));
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  }
}

/** Differs whenever the file does: it only grows. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : '';
}

function keysIn(path: string): Map<string, KeyState> {
  const keys = new Map<string, KeyState>();
  for (const [i, text] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (text === '') continue;
    const line = parsedLine(text);
    if (line === null)
      throw new CodedError('BAD_CONFIGURATION', 'the file of API keys is broken, and none is taken', {
        at: `${path}, line ${i + 1}`,
        hint: 'take the file from a backup, or remove the line: its key is then unknown',
      });
    if (line.event === 'issued') keys.set(line.id, { key: line, revokedAt: keys.get(line.id)?.revokedAt ?? null });
    else {
      const known = keys.get(line.id);
      if (known) keys.set(line.id, { key: known.key, revokedAt: known.revokedAt ?? line.at });
    }
  }
  return keys;
}

function parsedLine(text: string): z.infer<typeof LINE> | null {
  try {
    return LINE.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
