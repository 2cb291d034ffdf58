/** It goes to a terminal: no control characters of a text may steer that. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '');
}
