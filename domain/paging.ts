import { CodedError } from './errors/coded-error.js';

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 500;

/** Forward paging by keyset: `after` is the cursor of the last item seen, so that rows added meanwhile shift nothing. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly cursor: string }[];
  readonly hasNextPage: boolean;
}

/** Throws PAGE_TOO_LARGE or BAD_PARAMETERS. */
export function pageRequest(first: number | null | undefined, after: string | null | undefined): PageRequest {
  const size = first ?? DEFAULT_PAGE;
  if (size > LARGEST_PAGE)
    throw new CodedError('PAGE_TOO_LARGE', `first: ${size} is more than a page may hold (${LARGEST_PAGE})`, {
      at: 'first',
      hint: `ask for at most ${LARGEST_PAGE} and follow pageInfo.endCursor`,
    });
  if (size < 0 || !Number.isInteger(size))
    throw new CodedError('BAD_PARAMETERS', `first: ${size} is not a number of items`, { at: 'first' });
  return { first: size, after: after ?? null };
}
