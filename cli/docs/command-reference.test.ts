import { readFileSync } from 'node:fs';
import { packageFile } from '#platform/package-root.js';
import { buildProgram } from '../command-line.js';
import { commandReference } from './command-reference.js';

test('docs/cli.md is what the commands say (npm run docs:write)', async () => {
  expect(readFileSync(packageFile('docs/cli.md'), 'utf8')).toBe(commandReference(await buildProgram()));
});

test('every command has a description and an example', async () => {
  const program = await buildProgram();
  const commands = program.commands.flatMap((command) =>
    command.commands.length === 0 ? [command] : command.commands,
  );
  for (const command of commands) expect([command.name(), command.description()]).not.toContain('');
  const reference = commandReference(program);
  for (const section of reference.split('\n## ').slice(1)) expect(section).toMatch(/Examples?:/);
});
