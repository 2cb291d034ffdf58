import 'reflect-metadata';
import { federatedSubgraph } from '#platform/federated-subgraph.js';
import { AGENCIES_ACCESS } from './access.js';
import { loadAgency } from './agency.reference.js';
import { AgencyResolver } from './agency.resolver.js';
import { Agency } from './agency.type.js';
import { createAgenciesContext } from './context.js';
import { AGENCIES_KEPT } from './kept.js';
import { AGENCIES_OPEN } from './open.js';
import { loadRegion } from './region.reference.js';
import { RegionResolver } from './region.resolver.js';
import { Region } from './region.type.js';

/** Owns Agency and Region. */
export const agenciesSubgraph = federatedSubgraph({
  name: 'agencies',
  resolvers: [AgencyResolver, RegionResolver],
  types: [Agency, Region],
  references: {
    Agency: ({ id }, context) => loadAgency(id!, context),
    Region: ({ code }, context) => loadRegion(code!, context),
  },
  access: AGENCIES_ACCESS,
  open: AGENCIES_OPEN,
  kept: AGENCIES_KEPT,
  createContext: createAgenciesContext,
});
