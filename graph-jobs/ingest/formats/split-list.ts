/** The parts of a list in one field, divided by commas, semicolons or bars. */
export function splitList(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The addresses of a list in one field: a comma or semicolon inside an address does not divide it. */
export function splitAddresses(text: string): string[] {
  return text
    .split(/[\s,;|]+(?=https?:\/\/)|[\s,;|]+$/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
