import { wordsOf } from '#domain/text-words.js';
import { normalizeSocialText } from './normalize-social-text.js';
import { standardForm } from './slang.js';

/** How a repeated word is written in short: `anak2`, `teman2nya`. */
const TWICE = /^(\p{L}{3,})2(\p{L}*)$/u;

/** The words of a text of social media, normalised and without punctuation, as they were spelt. */
export function wordTokens(text: string): string[] {
  return wordsOf(normalizeSocialText(text));
}

/** The same in standard spelling: common abbreviations and slang in full (`gk`: `tidak`), `anak2` as `anak anak`. */
export function standardWords(text: string): string[] {
  return wordTokens(text).flatMap(inFull);
}

function inFull(word: string): readonly string[] | string {
  const twice = TWICE.exec(word);
  if (twice === null) return standardForm(word) ?? word;
  const [, stem = '', ending = ''] = twice;
  return [standardForm(stem) ?? [stem], standardForm(stem + ending) ?? [stem + ending]].flat();
}
