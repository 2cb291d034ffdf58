import DataLoader from 'dataloader';

export type EntityLoader<T> = DataLoader<string, T | null>;

/** Gathers the ids that one request asks for and gets them in one call of the store. */
export function entityLoader<T>(get: (ids: readonly string[]) => Promise<readonly (T | null)[]>): EntityLoader<T> {
  return new DataLoader(async (ids) => [...(await get(ids))]);
}
