import type { CursorKey } from '#domain/cursor.js';
import type {
  CopyCheckpoint,
  CopyStep,
  ShippedReference,
  TransferSlice,
  TransferStore,
} from '#domain/ports/transfer-store.js';
import { TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';
import { isAsShipped, isShippedKind, notEmpty } from '../../copy-target.js';
import { type Cypher, Neo4jConnection } from '../connection.js';
import { type Neo4jStoreOptions, prepare } from '../prepare.js';
import { accountTransfer } from './accounts.js';
import { claimTransfer, decisionTransfer, matchTransfer } from './claims.js';
import { emergingDecisionTransfer, emergingIssueTransfer, emergingSearchTransfer } from './emerging.js';
import { evidenceTransfer, findingTransfer } from './findings.js';
import { importTransfer, sightingTransfer } from './imports.js';
import { issueTransfer, membershipTransfer, queryVersionTransfer } from './issues.js';
import { jobTransfer } from './jobs.js';
import type { KindTransfer } from './kind-transfer.js';
import { mentionTransfer } from './mentions.js';
import { amplificationTransfer, cascadeTransfer, communityTransfer, memberTransfer } from './network.js';
import { REMOVE_AGENCIES, REMOVE_REGIONS } from './reference.cypher.js';
import { agencyTransfer, regionTransfer } from './reference.js';
import { documentTransfer, runTransfer } from './runs.js';
import { endCopy, makeStep, readCheckpoint } from './unfinished-copy.js';

/** A count may read an index of millions. */
const COUNT_TIMEOUT = 600_000;
const SLICE_TIMEOUT = 300_000;

const KINDS: { readonly [Kind in TransferKind]: KindTransfer<Kind> } = {
  regions: regionTransfer,
  agencies: agencyTransfer,
  accounts: accountTransfer,
  imports: importTransfer,
  mentions: mentionTransfer,
  sightings: sightingTransfer,
  issues: issueTransfer,
  queryVersions: queryVersionTransfer,
  memberships: membershipTransfer,
  runs: runTransfer,
  documents: documentTransfer,
  communities: communityTransfer,
  members: memberTransfer,
  amplifications: amplificationTransfer,
  cascades: cascadeTransfer,
  findings: findingTransfer,
  evidence: evidenceTransfer,
  jobs: jobTransfer,
  claims: claimTransfer,
  claimMatches: matchTransfer,
  claimDecisions: decisionTransfer,
  emergingSearches: emergingSearchTransfer,
  emergingIssues: emergingIssueTransfer,
  emergingDecisions: emergingDecisionTransfer,
};

/** The whole of a Neo4j store for a copy. Throws STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION, NOT_FOUND. */
export async function openNeo4jTransfer(options: Neo4jStoreOptions): Promise<TransferStore> {
  await prepare(options);
  const patienceMs = options.settings.retrySeconds * 1_000;
  return new Neo4jTransferStore(new Neo4jConnection(options.settings, { patienceMs }));
}

class Neo4jTransferStore implements TransferStore {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  get location(): string {
    return this.#connection.location;
  }

  count(kind: TransferKind): Promise<number> {
    return this.#connection.readAll((cypher) => KINDS[kind].count(cypher), COUNT_TIMEOUT);
  }

  read<Kind extends TransferKind>(kind: Kind, after: CursorKey | null): Promise<TransferSlice<Kind>> {
    return this.#connection.readAll((cypher) => KINDS[kind].read(cypher, after), SLICE_TIMEOUT);
  }

  async write<Kind extends TransferKind>(
    kind: Kind,
    records: readonly TransferRecords[Kind][],
    step: CopyStep,
  ): Promise<void> {
    await this.#connection.write(async (cypher) => {
      if (await makeStep(cypher, step, this.location)) await KINDS[kind].write(cypher, records);
    });
  }

  checkpoint(): Promise<CopyCheckpoint | null> {
    return readCheckpoint(this.#connection);
  }

  async beginCopy(checkpoint: CopyCheckpoint, shipped: ShippedReference): Promise<void> {
    await this.#connection.write(async (cypher) => {
      if (!(await makeStep(cypher, { from: null, to: checkpoint }, this.location))) return;
      for (const kind of TRANSFER_KINDS) await this.#assertAsShipped(cypher, kind, shipped);
      await cypher.run(REMOVE_AGENCIES);
      await cypher.run(REMOVE_REGIONS);
    });
  }

  async #assertAsShipped(cypher: Cypher, kind: TransferKind, shipped: ShippedReference): Promise<void> {
    const count = await KINDS[kind].count(cypher);
    if (count === 0) return;
    if (isShippedKind(kind) && isAsShipped(kind, await readAll(cypher, kind), shipped[kind])) return;
    throw notEmpty(kind, count, this.location);
  }

  async endCopy(): Promise<void> {
    await this.#connection.write(endCopy);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

async function readAll<Kind extends TransferKind>(cypher: Cypher, kind: Kind): Promise<TransferRecords[Kind][]> {
  const all: TransferRecords[Kind][] = [];
  for (let after: CursorKey | null = null; ; ) {
    const { records, next }: TransferSlice<Kind> = await KINDS[kind].read(cypher, after);
    all.push(...records);
    if (next === null) return all;
    after = next;
  }
}
