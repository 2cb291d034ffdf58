const SHORTEST = 5;
const SHORTEST_ROOT = 4;
const PARTICLE = /(?:lah|kah|pun|tah)$/;
const POSSESSIVE = /(?:nya|ku|mu)$/;
const SUFFIX = /(?:kan|an|i)$/;
/** Prefixes and the letter that they swallowed, the longer before the shorter. The first that fits is taken away. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^[mp]eny(?=[aeiou])/, 's'],
  [/^[mp]eng/, ''],
  [/^[mp]em(?=[aeiou])/, 'p'],
  [/^[mp]em/, ''],
  [/^[mp]en(?=[aeiou])/, 't'],
  [/^[mp]en/, ''],
  [/^(?:ber|ter|per|di|ke|se|me)/, ''],
];

/**
 * What is left of an Indonesian word without its affixes, so that `menewaskan` and `tewas` meet: one prefix and one of each
 * suffix, by rule alone. No dictionary of roots may be shipped (the common one is CC BY-NC-SA), so some roots come out
 * wrong (`makanan` as `makan`, `pemilu` as `pilu`); both sides of a comparison come out alike.
 */
export function rootWord(word: string): string {
  if (word.length < SHORTEST || /\P{L}/u.test(word)) return word;
  let root = without(word, PARTICLE);
  root = without(root, POSSESSIVE);
  for (const [prefix, letter] of PREFIXES) {
    const shorter = root.replace(prefix, letter);
    if (shorter === root || shorter.length < SHORTEST_ROOT) continue;
    root = shorter;
    break;
  }
  return without(root, SUFFIX);
}

function without(word: string, ending: RegExp): string {
  const shorter = word.replace(ending, '');
  return shorter.length < SHORTEST_ROOT ? word : shorter;
}
