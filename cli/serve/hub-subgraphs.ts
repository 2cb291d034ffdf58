import { accountsSubgraph } from '#subgraphs/accounts/schema.js';
import { agenciesSubgraph } from '#subgraphs/agencies/schema.js';
import { mentionsSubgraph } from '#subgraphs/mentions/schema.js';
import { spreadSubgraph } from '#subgraphs/spread/schema.js';

/** All subgraphs of the hub. */
export const HUB_SUBGRAPHS = [accountsSubgraph, agenciesSubgraph, mentionsSubgraph, spreadSubgraph] as const;
