import { characterNgrams } from '../../text/character-ngrams.js';
import { STOP_WORDS } from '../../text/stop-words.js';
import { standardWords } from '../../text/word-tokens.js';
import { rootWord } from './root-word.js';

/** Characters of a run: a root that was misspelt in one place keeps some of them. */
const GRAM = 4;
/** Words of texts that are remembered; when they are more, those that no claim has are forgotten. */
const MOST_WORDS = 1 << 15;
/** Longer pieces of a text are links mostly, and do not come again. */
const LONGEST_PIECE = 24;

/** A word as it is compared: the code of its root, and those of its runs of characters. */
export interface CodedWord {
  readonly root: number;
  readonly grams: Uint32Array;
}

/**
 * Codes for the roots and the character runs of claims, in order of first appearance. Once `close` was called, what no claim has gets
 * codes behind theirs, which find nothing but make a text longer.
 */
export class TermCodes {
  readonly #roots = new Map<string, number>();
  readonly #grams = new Map<string, number>();
  readonly #words = new Map<string, CodedWord>();
  readonly #stopRoots = new Set<number>();
  #foreignRoots = new Map<string, number>();
  #foreignGrams = new Map<string, number>();
  #foreignWords = new Map<string, CodedWord>();
  #pieces = new Map<string, readonly CodedWord[]>();
  #closed = false;

  constructor() {
    // A stop word that no claim has is still one.
    for (const word of STOP_WORDS) this.of(word);
  }

  get roots(): number {
    return this.#roots.size;
  }

  get grams(): number {
    return this.#grams.size;
  }

  /** Codes of roots of words that say little by themselves. */
  get stopRoots(): ReadonlySet<number> {
    return this.#stopRoots;
  }

  /** To be called between two texts. */
  forget(): void {
    if (this.#foreignWords.size < MOST_WORDS && this.#pieces.size < MOST_WORDS) return;
    this.#foreignRoots = new Map();
    this.#foreignGrams = new Map();
    this.#foreignWords = new Map();
    this.#pieces = new Map();
  }

  close(): void {
    this.#closed = true;
  }

  /**
   * The words of a piece of a text between two white spaces: no rule of spelling reaches across one, so that a piece which was
   * read before need not be read again.
   */
  ofPiece(piece: string): readonly CodedWord[] {
    const known = this.#pieces.get(piece);
    if (known !== undefined) return known;
    const words = standardWords(piece).map((word) => this.of(word));
    if (piece.length <= LONGEST_PIECE) this.#pieces.set(detached(piece), words);
    return words;
  }

  of(word: string): CodedWord {
    const known = this.#words.get(word) ?? this.#foreignWords.get(word);
    if (known !== undefined) return known;
    const isStop = STOP_WORDS.has(word);
    const root = this.#codeOf(isStop ? word : rootWord(word), this.#roots, this.#foreignRoots);
    if (isStop) this.#stopRoots.add(root);
    const runs = characterNgrams([word], GRAM, GRAM);
    const grams = Uint32Array.from(runs, (gram) => this.#codeOf(gram, this.#grams, this.#foreignGrams));
    const coded = { root, grams };
    (this.#closed ? this.#foreignWords : this.#words).set(detached(word), coded);
    return coded;
  }

  #codeOf(term: string, own: Map<string, number>, foreign: Map<string, number>): number {
    const known = own.get(term) ?? foreign.get(term);
    if (known !== undefined) return known;
    const code = own.size + foreign.size;
    (this.#closed ? foreign : own).set(detached(term), code);
    return code;
  }
}

/** A string that was cut from a text keeps the whole text in memory; this one does not. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
