import type { CoverageReport } from '#graph-jobs/ingest/file-coverage/coverage-report.js';
import { share } from '#graph-jobs/ingest/file-coverage/find-biases.js';

const SHOWN = 8;
const LABEL = 12;

/** What a file covers, as people read it: a line a fact, then what it biases. */
export function coverageText(file: string, coverage: CoverageReport): string {
  const { mentions, first, last, resolution, platforms, languages, kinds, streams } = coverage;
  const title = `What ${file} covers: ${mentions.toLocaleString('en')} mentions`;
  if (mentions === 0 || first === null || last === null) return [title, ...besides(coverage)].join('\n');
  const finely = resolution === null || resolution === 'finer' ? '' : `, to the ${resolution}`;
  return [
    title,
    line('times', `${shownTime(first)} to ${shownTime(last)} UTC${finely}`),
    line('platforms', shares(platforms, mentions)),
    line('streams', shares(streams, mentions)),
    line('kinds', shares(kinds, mentions)),
    line('languages', shares(languages, mentions, 'not named')),
    line('missing', missing(coverage)),
    line('gaps', gaps(coverage)),
    ...besides(coverage),
    ...coverage.biases.map((bias) => line('note', bias)),
  ].join('\n');
}

function besides({ deletions, droppedFields, passedOver }: CoverageReport): string[] {
  const others = Object.entries(passedOver).map(([what, count]) => `${what} ${count.toLocaleString('en')}`);
  return [
    ...(deletions === 0 ? [] : [line('deletions', `${deletions.toLocaleString('en')}, honoured`)]),
    ...(droppedFields.length === 0
      ? []
      : [line('left out', `${droppedFields.join(', ')}: not imported of any person`)]),
    ...(others.length === 0 ? [] : [line('passed over', listed(others))]),
  ];
}

function missing({ missing: fields }: CoverageReport): string {
  const [whole, part] = [fields.filter((one) => one.missing === one.of), fields.filter((one) => one.missing < one.of)];
  const texts = part.map((one) => `${one.field} ${share(one.missing, one.of)}`);
  if (whole.length > 0) texts.unshift(`in all rows: ${whole.map(({ field }) => field).join(', ')}`);
  return texts.length === 0 ? 'nothing' : texts.join('; ');
}

function gaps({ gaps: found }: CoverageReport): string {
  if (found.length === 0) return 'none';
  return found.map(({ from, hours }) => `${hours} h from ${shownTime(from)}`).join('; ');
}

function shares(counts: Readonly<Record<string, number>>, whole: number, unnamed = ''): string {
  return listed(Object.entries(counts).map(([name, count]) => `${name || unnamed} ${share(count, whole)}`));
}

function listed(texts: readonly string[]): string {
  const more = texts.length - SHOWN;
  return [...texts.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function line(label: string, text: string): string {
  return `  ${label.padEnd(LABEL)}${text}`;
}

function shownTime(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
