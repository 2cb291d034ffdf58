import { LANGUAGES } from '../../dist/graph-jobs/text/language/identify-language.js';
import { languageWords } from '../../dist/graph-jobs/text/language/language-buckets.js';

const LENGTHS = [3, 5, 10, 20];

/**
 * What texts cut to so many words were told to be: of each language the share told rightly, told as another, and not told.
 * `of` holds [ISO code, texts] pairs.
 */
export function measureLanguages(identifier, of) {
  return Object.fromEntries(
    LENGTHS.map((length) => [
      `${length} words`,
      Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const texts = of.filter(([code]) => (LANGUAGES.includes(code) ? code : 'other') === language);
          const pieces = texts.flatMap(([, all]) => all.flatMap((text) => piecesOf(text, length)));
          return pieces.length === 0 ? [] : [[language, tally(identifier, pieces, language)]];
        }),
      ),
    ]),
  );
}

function tally(identifier, pieces, language) {
  const told = pieces.map((piece) => identifier.identify(piece).language);
  const share = (count) => Number((count / pieces.length).toFixed(4));
  const right = told.filter((one) => one === language).length;
  const none = told.filter((one) => one === null).length;
  return {
    pieces: pieces.length,
    right: share(right),
    wrong: share(told.length - right - none),
    abstained: share(none),
  };
}

function piecesOf(text, length) {
  const words = languageWords(text);
  const pieces = [];
  for (let at = 0; at + length <= words.length; at += length) pieces.push(words.slice(at, at + length).join(' '));
  return pieces;
}
