import type { EmergingObject } from '#domain/emerging-issue.js';
import { printable } from '../output/printable.js';

export function objectTitle({ kind, name }: Pick<EmergingObject, 'kind' | 'name'>): string {
  return printable(kind === 'HASHTAG' ? `#${name}` : kind === 'TEXT' ? `text of ${name}` : name);
}
