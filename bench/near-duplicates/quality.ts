import { createReadStream, readFileSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { NO_ROW } from '#domain/mention-columns.js';
import { wordsOf } from '#domain/text-words.js';
import { DistinctTexts } from '#graph-jobs/detect/near-duplicates/distinct-texts.js';
import { normalizeText } from '#graph-jobs/detect/near-duplicates/normalize-text.js';
import { textClusters } from '#graph-jobs/detect/near-duplicates/text-clusters.js';
import { DEFAULT_TEXT_PARAMETERS } from '#graph-jobs/detect/near-duplicates/text-parameters.js';
import { packageFile } from '#platform/package-root.js';
import { Random } from '#simulator/random.js';
import { EDITS } from './edits.js';

/** Words, or pairs of characters where words are not separated. */
const BANDS = [9, 13, 21, 41] as const;
const MOST_OF_A_BAND = 1000;

export interface Quality {
  readonly language: string;
  readonly texts: number;
  /** Texts that the data itself has in a cluster with another one; read by hand in docs/methods/co-text.md. */
  readonly alreadyAlike: readonly (readonly [string, string])[];
  /** Of each edit, by band of length: copies that are in the cluster of what they were copied from. */
  readonly recall: Readonly<Record<string, readonly number[]>>;
  /** Copies in the cluster of a text that they were not copied from, and that is in no cluster with theirs. */
  readonly wrong: number;
  readonly copies: number;
}

/** Plants a copy of each real text for each edit, an hour later, and looks where the copies land. */
export function quality(language: string, all: readonly string[]): Quality {
  const originals = inBands(all);
  const alone = clustersOf(originals.map(({ text }) => text));
  const alreadyAlike = originals.flatMap(({ text }, i): [string, string][] =>
    alone[i] === i ? [] : [[text, originals[alone[i]!]!.text]],
  );
  const random = new Random(1, language);
  const names = Object.keys(EDITS);
  const copies = names.flatMap((name) =>
    originals.map(({ text, band }, i) => {
      return { name, band, i, text: EDITS[name]!(text, originals[random.below(originals.length)]!.text, random) };
    }),
  );
  const sources = clustersOf([...originals.map(({ text }) => text), ...copies.map(({ text }) => text)]);
  const found = copies.map(({ i }, at) => sources[originals.length + at] === sources[i]);
  const wrong = copies.filter((_, at) => !found[at] && sources[originals.length + at]! < originals.length).length;
  const recall = Object.fromEntries(
    names.map((name) => [
      name,
      BANDS.map((_, band) => {
        const inBand = Array.from(copies.keys()).filter((at) => copies[at]!.name === name && copies[at]!.band === band);
        return inBand.filter((at) => found[at]).length / inBand.length;
      }),
    ]),
  );
  return { language, texts: originals.length, alreadyAlike, recall, wrong, copies: copies.length };
}

export const bandNames = BANDS.map((from, i) => (i + 1 < BANDS.length ? `${from}-${BANDS[i + 1]! - 1}` : `${from}+`));

/** For each text the first one of its cluster. */
function clustersOf(texts: readonly string[]): number[] {
  const distinct = new DistinctTexts();
  const text = Uint32Array.from(texts, (one) => distinct.codeOf(one));
  const time = Float64Array.from(texts, (_, i) => i * 1000);
  const { cluster, source } = textClusters(distinct, { length: texts.length, text, time }, DEFAULT_TEXT_PARAMETERS);
  return Array.from(cluster, (one, i) => (one === NO_ROW ? i : source[one]!));
}

function inBands(all: readonly string[]): { readonly text: string; readonly band: number }[] {
  const inBand = BANDS.map(() => 0);
  return Array.from(new Set(all)).flatMap((text) => {
    const words = wordsOf(normalizeText(text));
    const characters = words.filter((word) => /^\p{Script=Han}$/u.test(word)).length;
    const band = BANDS.findLastIndex((least) => words.length - characters / 2 >= least);
    if (band < 0 || inBand[band]! >= MOST_OF_A_BAND) return [];
    inBand[band]! += 1;
    return [{ text, band }];
  });
}

export function indonesianTexts(): string[] {
  const lines = readFileSync(packageFile('../shared/data/indonesia/smsa/train.tsv'), 'utf8').split('\n');
  return lines.map((line) => line.split('\t')[0]!).filter((text) => text !== '');
}

export async function chineseTexts(): Promise<string[]> {
  const texts: string[] = [];
  for (const file of ['posts', 'reposts']) {
    const rows = createReadStream(packageFile(`../shared/data/ced/${file}.csv.gz`))
      .pipe(createGunzip())
      .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true })) as AsyncIterable<Record<string, string>>;
    for await (const { text = '' } of rows) {
      if (text !== '') texts.push(text);
      if (texts.length > 200_000) break;
    }
  }
  return texts;
}
