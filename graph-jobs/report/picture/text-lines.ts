/** Widths in parts of the font size, of DejaVu Sans and Verdana, which are wide fonts: with others a line is shorter. */
const NARROW = 0.34;
const PLAIN = 0.62;
const WIDE = 0.88;
const WIDEST = 1.05;
const BOLD = 1.1;

export interface Type {
  readonly size: number;
  readonly bold?: boolean;
}

/** A bound on how wide a text gets: a picture has nobody who could measure it. */
export function textWidth(text: string, { size, bold = false }: Type): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size * (bold ? BOLD : 1);
}

function widthOf(character: string): number {
  if (/[ijlI1|.,:;'!()[\]ftr\s]/.test(character)) return character === ' ' ? NARROW : 0.42;
  if (/[mwMW@%]/.test(character)) return WIDEST;
  if (/[A-Z]/.test(character)) return 0.76;
  if (
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u.test(character)
  )
    return WIDEST;
  return character.codePointAt(0)! < 0x250 ? PLAIN : WIDE;
}

/** The text in at most `most` lines of this width, broken between words where there are any; an ellipsis ends what is cut. */
export function textLines(text: string, width: number, type: Type, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    for (const piece of pieces(word, width, type)) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (textWidth(longer, type) <= width) line = longer;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width, type)];
}

/** A word that is wider than a line, in pieces that fit. */
function pieces(word: string, width: number, type: Type): string[] {
  if (textWidth(word, type) <= width) return [word];
  const found = [''];
  for (const character of word) {
    if (textWidth(found.at(-1)! + character, type) > width) found.push('');
    found[found.length - 1] += character;
  }
  return found;
}

function cut(text: string, width: number, type: Type): string {
  const characters = [...text];
  while (textWidth(`${characters.join('')}…`, type) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
