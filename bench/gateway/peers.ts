import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(tmpdir(), 'jejaring-bench-apollo-gateway');
const PACKAGES = ['@apollo/gateway@2.14.4', '@apollo/server@5.5.1', '@apollo/subgraph@2.14.4', 'graphql@16.14.2'];

/**
 * Apollo Gateway in a folder of its own: it is under the Elastic licence, so no package of ours may depend on it. Asked for
 * once, from the registry.
 */
export function installApolloGateway(): void {
  if (existsSync(join(FOLDER, 'node_modules/@apollo/gateway'))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--silent', '--legacy-peer-deps', ...PACKAGES], { cwd: FOLDER, stdio: 'inherit' });
}

/** A package of that folder. */
export function fromApolloGateway(name: string) {
  return createRequire(join(FOLDER, 'package.json'))(name);
}
