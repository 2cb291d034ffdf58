import { MOST_ALSO_IN } from '#domain/layer-group.js';
import { MOST_WINDOWS } from '#domain/run-parameters.js';
import type { CostTable } from '#platform/cost-table.js';

/**
 * A walk reads up to 200,000 edges, a hoax cluster 50,000 mentions, and both hold the thread some 100 ms for each step; three
 * steps around the largest hub of 1.2 million edges (CED) took 2.7 s on Neo4j, most walks some milliseconds. So ten
 * fit in one operation, with what is asked of them.
 */
const WALK = 4500;

/** What fields cost that are not as others, and lists of which more is known than that they are short. */
export const SPREAD_COSTS: CostTable = {
  weights: {
    'Query.spreadPath': WALK,
    'Account.neighbourhood': WALK,
    'Issue.hoaxCluster': WALK,
    'Claim.hoaxCluster': WALK,
    'IssueClaim.cluster': WALK,
    // Counted group by group, over all of its evidence.
    'Issue.regionalGroups': 1000,
  },
  sizes: {
    'CoTimedEdge.tests': MOST_WINDOWS,
    'LayerGroup.alsoIn': MOST_ALSO_IN,
    'SpreadPicture.nodes': 400,
    'SpreadPicture.links': 2000,
  },
};
