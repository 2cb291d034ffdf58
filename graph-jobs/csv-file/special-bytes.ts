/** Comma, quote and line breaks: a field of a CSV that holds one of them is quoted. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) => (',"\n\r'.includes(String.fromCharCode(byte)) ? 1 : 0));

export function hasSpecial(bytes: Uint8Array, start: number, end: number): boolean {
  let special = 0;
  for (let i = start; i < end; i++) special |= SPECIAL[bytes[i]!]!;
  return special !== 0;
}
