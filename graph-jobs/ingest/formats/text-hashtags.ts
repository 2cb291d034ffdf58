const HASHTAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_\p{M}]*\p{L}[\p{L}\p{N}_\p{M}]*)/gu;

/** The hashtags of a text, for formats that have no list of them: letters, digits and _, at least one of them a letter. */
export function hashtagsIn(text: string): string[] {
  if (!text.includes('#')) return [];
  return [...text.matchAll(HASHTAG)].map(([, tag]) => tag!);
}
