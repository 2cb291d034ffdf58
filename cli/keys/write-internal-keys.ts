import { generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { makeFolder } from '#platform/make-folder.js';

/** Where the key of the gateway is, or will be, and where its public half. */
export function internalKeyPaths(folder: string, publicFolder = folder): readonly [string, string] {
  return [join(folder, 'gateway.key'), join(publicFolder, 'gateway.pub')];
}

/** Writes a new P-256 key and its public half. Throws BAD_CONFIGURATION rather than write over one that is in use. */
export function writeInternalKeys(folder: string, publicFolder = folder): readonly [string, string] {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [signing, open] = internalKeyPaths(folder, publicFolder);
  for (const one of [folder, publicFolder]) makeFolder(one);
  // Before the first is written: half of a pair would be taken for the whole of one.
  const there = [signing, open].find((path) => existsSync(path));
  if (there !== undefined) throw cannotWrite(there, 'there is a key already');
  try {
    writeFileSync(signing, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  } catch (cause) {
    throw cannotWrite(folder, (cause as Error).message, cause);
  }
  return [signing, open];
}

function cannotWrite(at: string, message: string, cause?: unknown): CodedError {
  return new CodedError('BAD_CONFIGURATION', message, {
    at,
    hint: 'name another folder: the new public key can stand beside the old one in the file of the subgraphs until the gateway has changed',
    cause,
  });
}
