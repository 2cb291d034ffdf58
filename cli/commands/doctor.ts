import type { Diagnosis } from '../doctor/diagnosis.js';
import { examine } from '../doctor/examine.js';
import { EXIT } from '../exit-codes.js';
import type { RegisterCommand } from '../register-command.js';

const MARK: Readonly<Record<Diagnosis['state'], string>> = { ok: 'ok  ', warning: 'warn', fault: 'BAD ' };

export const registerDoctor: RegisterCommand = (program) => {
  program
    .command('doctor')
    .description('check versions, configuration, data folder and store, and say what to do about each fault')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .option('--json', 'print the diagnoses as JSON')
    .addHelpText('after', '\nExample:\n  jejaring doctor --data ./jejaring-data')
    .action(async (flags: { data?: string; json?: boolean }) => {
      const diagnoses = await examine(process.env, flags);
      if (flags.json) console.log(JSON.stringify(diagnoses, null, 2));
      else for (const diagnosis of diagnoses) console.log(lines(diagnosis));
      if (diagnoses.some(({ state }) => state === 'fault')) process.exitCode = EXIT.failed;
    });
};

function lines({ state, part, finding, remedy }: Diagnosis): string {
  const line = `${MARK[state]} ${part.padEnd(14)} ${finding}`;
  return remedy === undefined ? line : `${line}\n     ${''.padEnd(14)} -> ${remedy}`;
}
