import { writeFileSync } from 'node:fs';
import { CodedError } from '#domain/errors/coded-error.js';
import { templateText, templateWorkbook } from '#graph-jobs/ingest/template/write-template.js';
import type { RegisterCommand } from '../register-command.js';

const HELP = `
Examples:
  $ jejaring template --out pantauan.xlsx
  $ jejaring template --out pantauan.csv
  $ jejaring import pantauan.xlsx

A workbook has lists, hints and a sheet of instructions; a CSV file the headings alone. What they mean:
docs/import-formats.md. A file that is there already is left alone.

Exit codes: 0 written; 2 wrong options, or the file is there or cannot be written.
`;

export const registerTemplate: RegisterCommand = (program) => {
  program
    .command('template')
    .description('write an empty sheet for mentions that are entered by hand, in Indonesian')
    .requiredOption('--out <file>', 'file to write; its ending says which: .xlsx or .csv')
    .addHelpText('after', HELP)
    .action(async ({ out }: { out: string }) => {
      const content = await contentFor(out);
      try {
        // What people have typed into an earlier one must not be lost.
        writeFileSync(out, content, { flag: 'wx' });
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        throw new CodedError('BAD_PARAMETERS', code === 'EEXIST' ? 'this file is there already' : message, {
          at: `--out ${out}`,
          hint: 'give another name, in a folder that is there and can be written to',
          cause,
        });
      }
      console.log(`written: ${out}; fill it in, then: jejaring import ${out}`);
    });
};

async function contentFor(out: string): Promise<string | Uint8Array> {
  if (/\.xlsx$/i.test(out)) return templateWorkbook();
  if (/\.csv$/i.test(out)) return templateText();
  throw new CodedError('BAD_PARAMETERS', 'the ending of the file does not say what to write', {
    at: `--out ${out}`,
    hint: 'end it with .xlsx or .csv',
  });
}
