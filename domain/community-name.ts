import type { SharedMark } from './run-document.js';

/**
 * A community by what its accounts share most beside others: a hashtag, a province by its code, the outlet of a link. What
 * they write and where they are, never what they think. Null where nothing marks it.
 */
export function communityName(shared: readonly SharedMark[], provinceName: (code: string) => string): string | null {
  if (shared.length === 0) return null;
  return shared.map((mark) => markName(mark, provinceName)).join(' · ');
}

export function markName({ kind, name }: SharedMark, provinceName: (code: string) => string): string {
  if (kind === 'HASHTAG') return `#${name}`;
  return kind === 'PROVINCE' ? provinceName(name) : name;
}
