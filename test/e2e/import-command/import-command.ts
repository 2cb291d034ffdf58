import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiledModule } from '#platform/package-root.js';

export interface ImportSummary {
  readonly file: string;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly accountsAdded: number;
  readonly stopped: boolean;
  readonly damage: string | null;
  readonly rejectsFile: string | null;
}

export interface Ended {
  readonly code: number | null;
  readonly results: readonly ImportSummary[];
  readonly stderr: string;
}

/** Starts the real `jejaring import … --json`, in the environment of the suite, which jest keeps apart from Node's own. */
export function startImport(words: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [compiledModule('cli/main.js'), 'import', ...words, '--json'], {
    env: { ...process.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part) => (stdout += part));
  child.stderr.on('data', (part) => (stderr += part));
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    results: stdout === '' ? [] : (JSON.parse(stdout) as ImportSummary[]),
    stderr,
  }));
  return { child, ended };
}

export async function importCommand(words: readonly string[]): Promise<Ended> {
  return startImport(words).ended;
}
