import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The virtual environment, outside the tree, that a package from PyPI is installed in. */
export function pythonEnvironment(requirement: string): string {
  const environment = join(process.env.XDG_CACHE_HOME ?? tmpdir(), 'jejaring-bench', requirement.replaceAll('=', '-'));
  const whole = join(environment, 'installed');
  if (existsSync(whole)) return environment;
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(environment, { recursive: true });
  execFileSync('python3', ['-m', 'venv', environment]);
  execFileSync(join(environment, 'bin', 'pip'), ['install', '--quiet', requirement], { stdio: 'inherit' });
  writeFileSync(whole, '');
  return environment;
}
