import { wholeNumber } from './field-rules.js';

/** A count as tools write it: plain digits, or thousands with commas. undefined where the file says nothing. */
export function vendorNumber(field: string, text: string): number | undefined {
  if (text === '') return undefined;
  return wholeNumber(field, /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text);
}
