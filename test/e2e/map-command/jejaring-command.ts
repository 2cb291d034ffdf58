import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiledModule } from '#platform/package-root.js';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real `jejaring …` on a data folder; `onStderr` hears what it says on the way. */
export function startJejaring(
  dataFolder: string,
  words: readonly string[],
  onStderr: (text: string, child: ChildProcessWithoutNullStreams) => void = () => undefined,
): Promise<Ended> {
  const environment = { ...process.env, JEJARING_DATA: dataFolder, LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [compiledModule('cli/main.js'), ...words], { env: environment });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part) => (stdout += part));
  child.stderr.on('data', (part) => {
    stderr += part;
    onStderr(stderr, child);
  });
  return once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
}
