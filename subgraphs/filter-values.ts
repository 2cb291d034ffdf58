import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { isRegionCode } from '#domain/region.js';

/** Platforms as they are stored, in lower case: people write Facebook. Undefined where none are asked for. */
export function platformNames(asked: readonly string[] | null | undefined): readonly string[] | undefined {
  return asked?.map((name) => name.trim().toLowerCase());
}

/** Throws BAD_FILTER for what is no code of a region: as a condition, it would match nothing without a word. */
export function regionCodeOf(asked: string | null | undefined, at: string): string | undefined {
  if (asked === null || asked === undefined || isRegionCode(asked)) return asked ?? undefined;
  throw new CodedError('BAD_FILTER', `"${asked.slice(0, 80)}" is not the code of a region`, {
    at,
    hint: 'give a Kemendagri code of a province (31) or of a regency or city (31.71): { regions { nodes { code name } } } lists them',
  });
}

/** What to throw when a filter names something that is not there. */
export function unknownInFilter(kind: string, id: string, at: string, hint: string): CodedError {
  return new CodedError('NOT_FOUND', `there is no ${kind} "${id.slice(0, 80)}"`, { at, hint });
}

/** Throws NOT_FOUND. An agency that nobody has entered is known where accounts say that it declares them. */
export async function mustKnowAgency(
  id: string,
  { agencies, accounts }: Pick<Store, 'agencies' | 'accounts'>,
  at: string,
): Promise<void> {
  if ((await agencies.get([id]))[0] !== null) return;
  if ((await accounts.page({ agencyId: id }, { first: 1, after: null })).items.length > 0) return;
  throw unknownInFilter('agency', id, at, '{ agencies { nodes { id name } } } lists the agencies with their ids');
}
