import { Command, CommanderError } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { codeVersion } from '#platform/package-root.js';
import { EXIT } from './exit-codes.js';
import type { RegisterCommand } from './register-command.js';

/** Loaded by need: a command starts without waiting for what only others use. */
const COMMANDS: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  start: async () => (await import('./commands/start.js')).registerStart,
  import: async () => (await import('./commands/import.js')).registerImport,
  template: async () => (await import('./commands/template.js')).registerTemplate,
  issue: async () => (await import('./commands/issue.js')).registerIssue,
  map: async () => (await import('./commands/map.js')).registerMap,
  report: async () => (await import('./commands/report.js')).registerReport,
  picture: async () => (await import('./commands/picture.js')).registerPicture,
  export: async () => (await import('./commands/export.js')).registerExport,
  serve: async () => (await import('./commands/serve.js')).registerServe,
  gateway: async () => (await import('./commands/gateway.js')).registerGateway,
  compose: async () => (await import('./commands/compose.js')).registerCompose,
  contract: async () => (await import('./commands/contract.js')).registerContract,
  keys: async () => (await import('./commands/keys.js')).registerKeys,
  worker: async () => (await import('./commands/worker.js')).registerWorker,
  coordination: async () => (await import('./commands/coordination.js')).registerCoordination,
  spread: async () => (await import('./commands/spread.js')).registerSpread,
  sentiment: async () => (await import('./commands/sentiment.js')).registerSentiment,
  claims: async () => (await import('./commands/claims.js')).registerClaims,
  emerging: async () => (await import('./commands/emerging.js')).registerEmerging,
  watch: async () => (await import('./commands/watch.js')).registerWatch,
  simulate: async () => (await import('./commands/simulate.js')).registerSimulate,
  seed: async () => (await import('./commands/seed.js')).registerSeed,
  copy: async () => (await import('./commands/copy.js')).registerCopy,
  audit: async () => (await import('./commands/audit.js')).registerAudit,
  doctor: async () => (await import('./commands/doctor.js')).registerDoctor,
};

const VERSION_WORDS = ['--version', '-V'];

/** The command line with the one command that `word` names, none where only the version is asked for, else with all of them. */
export async function buildProgram(word?: string): Promise<Command> {
  const program = new Command('jejaring')
    .description('Follow how a public issue spreads: import, map, report, serve')
    .version(codeVersion())
    // What stands behind the name of a command is the command's, which may have commands of its own.
    .enablePositionalOptions()
    .exitOverride();
  for (const load of commandsFor(word)) (await load())(program);
  pointToHelp(program, 'jejaring');
  return program;
}

function commandsFor(word = ''): readonly (() => Promise<RegisterCommand>)[] {
  if (VERSION_WORDS.includes(word)) return [];
  return Object.hasOwn(COMMANDS, word) ? [COMMANDS[word]!] : Object.values(COMMANDS);
}

/** After an error all of the help would push the error out of sight. */
function pointToHelp(command: Command, words: string): void {
  command.showHelpAfterError(`see "${words} --help"`);
  for (const inner of command.commands) pointToHelp(inner, `${words} ${inner.name()}`);
}

/** Runs one command line and gives its exit code. Results go to standard output, everything else to standard error. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  try {
    const program = await buildProgram(words[0]);
    await program.parseAsync(words, { from: 'user' });
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
