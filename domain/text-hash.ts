const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** Tells whether a text is still the one that something was found in: 32 bits (FNV-1a over UTF-16 units), no safeguard against intent. */
export function textHash(text: string): number {
  let hash = BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}
