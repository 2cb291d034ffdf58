import { eachLanguageBucket, LANGUAGE_BUCKETS } from './language-buckets.js';

/** Languages that are summed in one walk over the buckets of a text, in registers. */
const ABREAST = 4;

/** Sums the evidence of a text for every language: most of the work of telling a language is here. */
export class EvidenceSums {
  readonly #languages: number;
  /** Languages, and as many more without evidence as make a multiple of ABREAST. */
  readonly #lanes: number;
  /** All languages of a bucket side by side: a text asks for all of them at once. */
  readonly #byBucket: Int8Array;
  readonly #sums: Int32Array;
  #firsts = new Uint32Array(1 << 10);

  /** `evidence` of a language by bucket, one language after the other. */
  constructor(evidence: Int8Array, languages: number) {
    this.#languages = languages;
    this.#lanes = Math.ceil(languages / ABREAST) * ABREAST;
    this.#sums = new Int32Array(this.#lanes);
    this.#byBucket = new Int8Array(this.#lanes * LANGUAGE_BUCKETS);
    for (let k = 0; k < languages; k++)
      for (let bucket = 0; bucket < LANGUAGE_BUCKETS; bucket++)
        this.#byBucket[bucket * this.#lanes + k] = evidence[k * LANGUAGE_BUCKETS + bucket]!;
  }

  /** By language; overwritten by the next call. */
  of(words: readonly string[]): Int32Array {
    const count = this.#gather(words);
    const [firsts, byBucket] = [this.#firsts, this.#byBucket];
    for (let lane = 0; lane < this.#lanes; lane += ABREAST) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let i = 0; i < count; i++) {
        const at = firsts[i]! + lane;
        a += byBucket[at]!;
        b += byBucket[at + 1]!;
        c += byBucket[at + 2]!;
        d += byBucket[at + 3]!;
      }
      this.#sums[lane] = a;
      this.#sums[lane + 1] = b;
      this.#sums[lane + 2] = c;
      this.#sums[lane + 3] = d;
    }
    return this.#sums.subarray(0, this.#languages);
  }

  /** Where the evidence of each bucket of the words begins, and how many there are. */
  #gather(words: readonly string[]): number {
    let count = 0;
    eachLanguageBucket(words, (bucket) => {
      if (count === this.#firsts.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(this.#firsts);
        this.#firsts = larger;
      }
      this.#firsts[count++] = bucket * this.#lanes;
    });
    return count;
  }
}
