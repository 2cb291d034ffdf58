/** Where a quoted field stands at the end of a line: still open, closed with the record, or closed in a broken way. */
export type QuoteState = 'open' | 'closed' | 'broken';

const QUOTE = '"';

/**
 * Follows a quoted field that an earlier line opened through this line, by the strict grammar of RFC 4180: what comes
 * after a closing quote is a delimiter or the end, and an unquoted field holds no quote. Strictness tells a text with
 * line breaks from a stray quote, after which the next good rows would otherwise be read as text.
 */
export function followQuotes(line: string, delimiter: string): QuoteState {
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  let at = 0;
  for (;;) {
    at = afterClosingQuote(line, at);
    if (at < 0) return 'open';
    if (at === end) return 'closed';
    if (!line.startsWith(delimiter, at)) return 'broken';
    at += delimiter.length;
    while (line[at] !== QUOTE) {
      const next = line.indexOf(delimiter, at);
      const quote = line.indexOf(QUOTE, at);
      if (quote >= 0 && (next < 0 || quote < next)) return 'broken';
      if (next < 0) return 'closed';
      at = next + delimiter.length;
    }
    at += 1;
  }
}

/** Position after the quote that closes the field, -1 when it is not on this line; two quotes stand for one. */
function afterClosingQuote(line: string, from: number): number {
  let at = line.indexOf(QUOTE, from);
  while (at >= 0 && line[at + 1] === QUOTE) at = line.indexOf(QUOTE, at + 2);
  return at < 0 ? -1 : at + 1;
}
