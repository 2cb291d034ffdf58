import type { AgenciesContext } from './context.js';
import { type RegionNode, toRegion } from './region.mapper.js';

/** The region of a code, null where there is none. */
export async function loadRegion(code: string, context: AgenciesContext): Promise<RegionNode | null> {
  const region = await context.regions.load(code);
  return region && toRegion(region);
}
