import { accountContract } from './account-store.js';
import { agencyContract } from './agency-store.js';
import { cascadeContract } from './cascades.js';
import { claimContract } from './claim-store.js';
import { emergingContract } from './emerging-store.js';
import { findingContract } from './finding-store.js';
import { hostileRowsContract } from './hostile-rows.js';
import { ingestContract } from './ingest-store.js';
import { toldAgainContract } from './ingest-told-again.js';
import { columnsContract } from './issue-columns.js';
import { membershipContract } from './issue-membership.js';
import { issueContract } from './issue-store.js';
import { jobContract } from './job-queue.js';
import { mentionFilterContract } from './mention-filters.js';
import { mentionContract } from './mention-store.js';
import { networkMemberContract } from './network-members.js';
import { regionalFindingContract } from './regional-findings.js';
import { runContract } from './run-store.js';
import { spreadWalkContract } from './spread-walks.js';
import type { OpenStore } from './suite.js';

const PORTS = [
  ingestContract,
  toldAgainContract,
  hostileRowsContract,
  mentionContract,
  mentionFilterContract,
  accountContract,
  agencyContract,
  issueContract,
  membershipContract,
  columnsContract,
  runContract,
  cascadeContract,
  networkMemberContract,
  spreadWalkContract,
  findingContract,
  regionalFindingContract,
  jobContract,
  claimContract,
  emergingContract,
];

/** What every adapter of domain/ports has to pass; one file a port. Knows nothing but the ports. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`${name} store`, () => {
    for (const contract of PORTS) contract(open);
  });
}
