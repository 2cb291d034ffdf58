/**
 * Runs of `from` to `to` characters (code points) within each word, with a space before and behind it: they still agree where
 * a word is misspelt or has another affix, and a run with a space in it tells beginning and end of a word.
 */
export function characterNgrams(words: readonly string[], from: number, to: number): string[] {
  const grams: string[] = [];
  for (const word of words) {
    const characters = [' ', ...word, ' '];
    for (let size = from; size <= to; size++) {
      for (let at = 0; at + size <= characters.length; at++) grams.push(characters.slice(at, at + size).join(''));
      // A word that is shorter than the run is told whole, once.
      if (characters.length <= size) {
        if (characters.length < size && size === from) grams.push(characters.join(''));
        break;
      }
    }
  }
  return grams;
}
