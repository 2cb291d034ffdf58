import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';

const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done',
  failed: 'failed: the message says what was wrong, where, and what to do',
  usage: 'wrong words on the command line or a wrong configuration; nothing was done',
  someRejected: 'done, but some rows of the input were rejected: see the rejects file or the messages',
  stopped: 'stopped on request (Ctrl-C); what was done is kept, and the command can be taken up again',
};

/** docs/cli.md: the help of every command, as the command line itself prints it. */
export function commandReference(program: Command): string {
  const exits = Object.entries(EXIT_MEANINGS).map(
    ([name, meaning]) => `| ${EXIT[name as keyof typeof EXIT]} | ${meaning} |`,
  );
  return [
    '# Command line',
    'Written from the help of the commands by `npm run docs:write`; a test compares. Results go to standard output, progress and messages to standard error.',
    '',
    '| exit code | meaning |',
    '| --- | --- |',
    ...exits,
    '',
    ...leaves(program, []).flatMap(([name, command]) => [`## jejaring ${name}`, '```text', helpOf(command), '```', '']),
  ].join('\n');
}

function leaves(command: Command, path: readonly string[]): [string, Command][] {
  const own: [string, Command][] = [[path.join(' '), command]];
  const inner = command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
  // Some do something by themselves besides.
  return inner.length === 0 || command.registeredArguments.length > 0 ? [...own, ...inner] : inner;
}

/** With the text of addHelpText, which helpInformation() leaves out, and at a width that does not hang on the terminal. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => (text += part),
    getOutHelpWidth: () => 110,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trim();
}
