import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#domain/errors/coded-error.js';
import { makeFolder } from '#platform/make-folder.js';

/** Where the key of the gateway is, or will be, and where its public half. */
export function internalKeyPaths(folder: string, publicFolder = folder): readonly [string, string] {
  return [join(folder, 'gateway.key'), join(publicFolder, 'gateway.pub')];
}

/** Writes a new Ed25519 key and its public half. Throws BAD_CONFIGURATION rather than write over one that is in use. */
export function writeInternalKeys(folder: string, publicFolder = folder): readonly [string, string] {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [signing, open] = internalKeyPaths(folder, publicFolder);
  for (const one of [folder, publicFolder]) makeFolder(one);
  try {
    writeFileSync(signing, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new CodedError('BAD_CONFIGURATION', code === 'EEXIST' ? 'there is a key already' : message, {
      at: folder,
      hint: 'name another folder: the new public key can stand beside the old one in the file of the subgraphs until the gateway has changed',
      cause,
    });
  }
  return [signing, open];
}
