export const SEPARATOR = 0;
/** Of a word: letters, marks and digits of scripts that put spaces between words. */
export const OF_WORD = 1;
/** A token of its own: scripts without spaces between words, as in domain/text-words.ts. */
export const OWN_TOKEN = 2;
/** As though it were not there: zero-width marks that hide a copied word from a comparison. */
export const IGNORED = 3;

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/u;
const PLANE = 0x10000;

let plane: Uint8Array | null = null;

/** The classes of the basic plane by code unit. Made when first asked for: it takes some milliseconds. */
export function basicPlane(): Uint8Array {
  plane ??= Uint8Array.from({ length: PLANE }, (_, unit) => classOf(unit));
  return plane;
}

export function classOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (INVISIBLE.test(character)) return IGNORED;
  if (!WORD.test(character)) return SEPARATOR;
  return WITHOUT_SPACES.test(character) ? OWN_TOKEN : OF_WORD;
}
