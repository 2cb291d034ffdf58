import { Command, CommanderError } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { codeVersion } from '#platform/package-root.js';
import { registerCoordination } from './commands/coordination.js';
import { registerDoctor } from './commands/doctor.js';
import { registerImport } from './commands/import.js';
import { registerIssue } from './commands/issue.js';
import { registerMap } from './commands/map.js';
import { registerSeed } from './commands/seed.js';
import { registerServe } from './commands/serve.js';
import { registerSimulate } from './commands/simulate.js';
import { registerWorker } from './commands/worker.js';
import { EXIT } from './exit-codes.js';

/** Adds one command to the program. A command sets process.exitCode when it ends other than well. */
export type RegisterCommand = (program: Command) => void;

const COMMANDS: readonly RegisterCommand[] = [
  registerSimulate,
  registerSeed,
  registerDoctor,
  registerImport,
  registerCoordination,
  registerServe,
  registerIssue,
  registerMap,
  registerWorker,
];

/** The whole command line, with every command registered. */
export function buildProgram(): Command {
  const program = new Command('jejaring')
    .description('Follow how a public issue spreads: import, map, report, serve')
    .version(codeVersion())
    .showHelpAfterError()
    .exitOverride();
  for (const register of COMMANDS) register(program);
  return program;
}

/** Runs one command line and gives its exit code. Results go to standard output, everything else to standard error. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (!(error instanceof CodedError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  if (error.at !== undefined) console.error(`  at: ${error.at}`);
  if (error.hint !== undefined) console.error(`  what to do: ${error.hint}`);
  if (error.code === 'STOPPED') return EXIT.stopped;
  return error.code === 'BAD_CONFIGURATION' || error.code === 'BAD_PARAMETERS' ? EXIT.usage : EXIT.failed;
}
