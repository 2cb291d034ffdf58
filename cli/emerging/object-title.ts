import type { EmergingObject } from '#domain/emerging-issue.js';

export function objectTitle({ kind, name }: Pick<EmergingObject, 'kind' | 'name'>): string {
  return printable(kind === 'HASHTAG' ? `#${name}` : kind === 'TEXT' ? `text of ${name}` : name);
}

/** It goes to a terminal: no control characters of a text may steer that. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '');
}
