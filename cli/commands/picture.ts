import { Option } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { writeFiles } from '#graph-jobs/export/write-files.js';
import { REPORT_ZONES, type ReportZone } from '#graph-jobs/report/html/formats.js';
import { gatherReport } from '#graph-jobs/report/html/report-input.js';
import { REPORT_LANGUAGES, type ReportLanguage } from '#graph-jobs/report/html/texts/catalogues.js';
import { PICTURE_LEVELS, type PictureLevel } from '#graph-jobs/report/picture/picture-page.js';
import { renderPicture } from '#graph-jobs/report/picture/render-picture.js';
import { readEnvironment } from '#platform/environment.js';
import { openStore } from '#store/open-store.js';
import { storeFile } from '../export/export-outputs.js';
import { checkOutputs } from '../output/output-paths.js';
import type { RegisterCommand } from '../register-command.js';
import { warnIfStale } from '../report/stale-query.js';

interface PictureFlags {
  readonly out: string;
  readonly level?: PictureLevel;
  readonly lang: ReportLanguage;
  readonly zone: ReportZone;
  readonly run?: string;
  readonly data?: string;
}

const EXAMPLES = `
Examples:
  $ jejaring picture banjir-jakarta --out banjir.svg
  $ jejaring picture banjir-jakarta --out flood.png --lang en --level accounts

The spread network of the newest finished run, as the run laid it out: with title, dates, legend, and how much of it is
shown. A network with more accounts than are drawn is drawn by communities. The same run and options give the same bytes.
Nobody is named: accounts appear as marks.

Exit codes: 0 written; 1 failed (no such issue, no finished run, nothing to draw); 2 wrong options or a file that cannot
be written.
`;

export const registerPicture: RegisterCommand = (program) => {
  program
    .command('picture')
    .description('draw the spread network of an issue, as SVG or PNG')
    .argument('<issue>', 'id of the issue')
    .requiredOption('--out <file>', 'file to write; its ending says which: .svg or .png')
    .addOption(new Option('--level <level>', 'what a mark is').choices(PICTURE_LEVELS))
    .addOption(new Option('--lang <language>', 'language of the words in it').choices(REPORT_LANGUAGES).default('id'))
    .addOption(new Option('--zone <zone>', 'zone of the times shown').choices(REPORT_ZONES).default('wib'))
    .option('--run <id>', 'draw this run and not the newest')
    .option('--data <folder>', 'data folder (JEJARING_DATA)')
    .addHelpText('after', EXAMPLES)
    .action(picture);
};

async function picture(issueId: string, flags: PictureFlags): Promise<void> {
  const { out, lang: language, zone, level = null } = flags;
  const kind = kindOf(out);
  const environment = readEnvironment(process.env, flags);
  checkOutputs(storeFile(environment.dataFolder), { '--out': out });
  const store = await openStore({ ...environment, existing: true });
  try {
    const input = await gatherReport(store, issueId, flags.run ?? null);
    const options = { language, zone, level };
    const bytes = kind === 'svg' ? renderPicture(input, options) : await png(input, options);
    await writeFiles([{ path: out, parts: [bytes] }]);
    warnIfStale(input);
    console.log(`picture of run ${input.document.runId} written to ${out}`);
  } finally {
    await store.close();
  }
}

function kindOf(out: string): 'svg' | 'png' {
  const ending = /\.(svg|png)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === 'svg' || ending === 'png') return ending;
  throw new CodedError('BAD_PARAMETERS', 'the ending of the name tells no format', {
    at: `--out ${out}`,
    hint: 'give a name that ends in .svg or .png',
  });
}

/** Loaded by need: it brings a renderer of its own along. */
async function png(...[input, options]: Parameters<typeof renderPicture>): Promise<Buffer> {
  const { hasLettersFor, PNG_FONT, rasterise } = await import('#graph-jobs/report/picture/rasterise.js');
  const svg = renderPicture(input, { ...options, fontFamily: PNG_FONT });
  if (!hasLettersFor(svg))
    console.error(
      `${PNG_FONT}, the font that ships, lacks some letters: those of this machine are used, and boxes where it has none; an SVG takes the fonts of whoever looks at it`,
    );
  return rasterise(svg);
}
