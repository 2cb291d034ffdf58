import { type AgencyNode, toAgency } from './agency.mapper.js';
import type { AgenciesContext } from './context.js';

/** The agency of an id, null where there is none. */
export async function loadAgency(id: string, context: AgenciesContext): Promise<AgencyNode | null> {
  const agency = await context.agencies.load(id);
  return agency && toAgency(agency);
}
