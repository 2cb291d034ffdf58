import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { compiledModule } from '#platform/package-root.js';

export interface RunningCommand {
  readonly process: ChildProcess;
  /** The first line that it printed. */
  readonly line: string;
  /** What it logged so far. */
  log(): string;
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts a command that serves, `jejaring …` or any script, and waits for its first line. */
export async function startCommand(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RunningCommand> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const [first = ''] = words;
  const script = first.endsWith('.mjs') ? words : [compiledModule('cli/main.js'), ...words];
  const child = spawn(process.execPath, script, { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (part) => (log += part));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  for await (const line of createInterface(child.stdout)) {
    const stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { process: child, line, log: () => log, stop };
  }
  await ended;
  throw new Error(`it ended without a line:\n${log}`);
}
