/** `BanjirJakarta`, `KPKHebat`, `Pemilu2024`: where case or kind of character changes, and at the underscore. */
const SEAM = /_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L}\p{M}*)(?=\p{N})|(?<=\p{N})(?=\p{L})/gu;

/** The words of a hashtag (without `#`), as far as its writing shows where they end. */
export function hashtagWords(tag: string): string {
  return tag.replace(SEAM, ' ');
}
