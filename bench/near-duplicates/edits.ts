import type { Random } from '#simulator/random.js';

/** What people change in a text that they copy; the same in scripts with and without spaces. */
export type Edit = (text: string, other: string, random: Random) => string;

export const EDITS: Readonly<Record<string, Edit>> = {
  'one word changed': (text, other, random) => changed(text, other, random),
  'two words changed': (text, other, random) => changed(changed(text, other, random), other, random),
  'one word left out': (text, _, random) => without(text, random),
  'a typing mistake': mistyped,
  'something in front': (text) => (spaced(text) ? `viral nih ${text}` : `必须转发：${text}`),
  'something behind': (text) => (spaced(text) ? `${text} tolong sebarkan` : `${text}请大家扩散`),
  'hashtags behind': (text) => `${text} #viral #sebarkan #扩散#`,
  'another link': (text, _, random) => `${text} https://t.example/${random.below(2 ** 31).toString(36)}`,
  'case and signs': (text) => `‼️ ${text.toUpperCase()} !!!`,
};

const spaced = (text: string) => text.split(/\s+/).length > text.length / 12;

/** Words with the space behind them; two characters where there are no spaces. */
function pieces(text: string): string[] {
  return (spaced(text) ? text.match(/\S+\s*/gu) : text.match(/.{1,2}/gsu)) ?? [];
}

function changed(text: string, other: string, random: Random): string {
  const own = pieces(text);
  const word = random.pick(pieces(other));
  own[random.below(own.length)] = spaced(text) ? `${word.trim()} ` : word;
  return own.join('');
}

function without(text: string, random: Random): string {
  const own = pieces(text);
  own.splice(random.below(own.length), 1);
  return own.join('');
}

function mistyped(text: string, other: string, random: Random): string {
  const at = random.below(text.length);
  return text.slice(0, at) + (spaced(text) ? 'x' : other.slice(0, 1)) + text.slice(at + 1);
}
