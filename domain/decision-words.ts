import { CodedError } from './errors/coded-error.js';

export const LONGEST_NAME = 200;
export const LONGEST_REASON = 2_000;
/** Half of a character that takes two units: no store keeps it. */
const CUT_CHARACTER = /\p{Surrogate}/gu;

/** Who decides and why, as they stand in a log. Throws BAD_PARAMETERS where either is missing, or longer than one reads. */
export function decisionWords<Asked extends { readonly by: string; readonly reason: string }>(asked: Asked) {
  return {
    by: checkedWords('by', asked.by, LONGEST_NAME),
    reason: checkedWords('reason', asked.reason, LONGEST_REASON),
  };
}

function checkedWords(at: string, given: string, longest: number): string {
  const words = given.trim().replace(CUT_CHARACTER, '\uFFFD');
  const fault = faultOf(words, longest);
  if (fault === null) return words;
  throw new CodedError('BAD_PARAMETERS', `${at}: ${fault}`, {
    at,
    hint: 'say who decides and why: both stand in the log for those who come later',
  });
}

function faultOf(words: string, longest: number): string | null {
  if (words === '') return 'is empty';
  if (words.includes('\0')) return 'holds a null character';
  return words.length > longest ? `has ${words.length} characters, more than ${longest}` : null;
}
