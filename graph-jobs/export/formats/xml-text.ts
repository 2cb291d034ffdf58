const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they are, a parser would make spaces of them in an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const SPECIAL = /[&<>"\t\n\r]/g;
/** What XML 1.0 has no way to write, not even as a reference; lone surrogates are no characters at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

// Most of millions of texts are pseudonyms: told apart by one look.
const PLAIN = /^[\w @#.,:;/-]*$/;

/** A text as content or as a value in double quotes; characters that XML forbids become the replacement character. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(FORBIDDEN, '\ufffd').replace(SPECIAL, (character) => MARKUP[character]!);
}

/** A value of an attribute of the graph; only texts can hold what needs care. */
export function xmlValue(value: string | number | boolean): string {
  return typeof value === 'string' ? xmlText(value) : String(value);
}
