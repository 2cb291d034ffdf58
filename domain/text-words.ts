// Scripts written without spaces: every character is a word of its own, so that a query can find a run of them.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}_](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}_])*/gu;

/** The words of a text as queries compare them: NFKC, lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** A hashtag as it is stored and compared: NFKC, lower case, without '#'. */
export function normalizeHashtag(tag: string): string {
  return tag
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[#＃]/, '');
}
