/** Three times and more is a shout in Indonesian as in English; twice is spelling (`maaf`, `tunggu`). */
const LETTERS = /(\p{L})\1{2,}/gu;
/** Laughter: `wkwkwk`, `hahaha`, `xixixi`. Twice also is a word (`kura-kura` is written with a hyphen, `papa` is not). */
const SYLLABLES = /(\p{L}{2})\1{2,}/gu;

/** Words that were lengthened for effect, short again: `bangeeeet` is `banget`, `wkwkwkwk` is `wkwk`. Digits stay. */
export function withoutElongation(text: string): string {
  return text.replace(LETTERS, '$1').replace(SYLLABLES, '$1$1');
}
