import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of our package.json: the same for sources (in tests), for dist/ and for an installed package. */
export const PACKAGE_ROOT = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** A file that ships with the package, by its path from the package root. */
export function packageFile(path: string): string {
  return join(PACKAGE_ROOT, path);
}

/** A compiled module, for worker threads and child processes: they need a file on disk, which sources run by a test are not. */
export function compiledModule(path: string): string {
  return join(PACKAGE_ROOT, 'dist', path);
}

/** `name@version` of this package: part of every run's identity. */
export function codeVersion(): string {
  const { name, version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}@${version}`;
}

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json not found above this module');
  return findPackageRoot(parent);
}
