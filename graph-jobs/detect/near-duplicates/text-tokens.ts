import { basicPlane, classOf, IGNORED, OF_WORD, OWN_TOKEN } from './character-classes.js';

const HIGH_SURROGATE = 0xd800;
const NO_SURROGATE = 0xe000;
const PLANE = 0x10000;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The tokens of one text after another as 32-bit hashes, without a string or array for any of them: words, and single
 * characters in scripts without spaces. Intl.Segmenter, which knows such words from a dictionary, makes an object for each
 * and finds other words with every version of ICU.
 */
export class TextTokens {
  readonly #classes = basicPlane();
  /** Of the text that was read last: the first `length` of them. */
  hashes = new Uint32Array(1 << 10);
  length = 0;
  /** How many of them are single characters. */
  characters = 0;

  read(text: string): void {
    const classes = this.#classes;
    this.length = 0;
    this.characters = 0;
    let word = 0;
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i);
      let kind = classes[code]!;
      if (code >= HIGH_SURROGATE && code < NO_SURROGATE) {
        code = text.codePointAt(i)!;
        if (code >= PLANE) i += 1;
        // One half alone is nothing: stores and files keep it as U+FFFD, which is nothing either.
        kind = code >= PLANE ? classOf(code) : 0;
      }
      if (kind === OF_WORD) {
        word = Math.imul((word === 0 ? FNV_BASIS : word) ^ code, FNV_PRIME);
      } else if (kind !== IGNORED) {
        if (word !== 0) this.#push(mixed(word));
        word = 0;
        if (kind === OWN_TOKEN) {
          this.characters += 1;
          this.#push(mixed(Math.imul(FNV_BASIS ^ code, FNV_PRIME)));
        }
      }
    }
    if (word !== 0) this.#push(mixed(word));
  }

  #push(hash: number): void {
    if (this.length === this.hashes.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.length] = hash;
    this.length += 1;
  }
}

/** The finisher of MurmurHash3: every bit of the result hangs on every bit of the hash. */
export function mixed(hash: number): number {
  let mix = hash;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
