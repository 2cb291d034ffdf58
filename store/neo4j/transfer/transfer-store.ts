import type { CursorKey } from '#domain/cursor.js';
import type { CopyCheckpoint, CopyStep, TransferSlice, TransferStore } from '#domain/ports/transfer-store.js';
import type { TransferKind, TransferRecords } from '#domain/transfer/transfer-records.js';
import { Neo4jConnection } from '../connection.js';
import { type Neo4jStoreOptions, prepare } from '../prepare.js';
import { accountTransfer } from './accounts.js';
import { evidenceTransfer, findingTransfer } from './findings.js';
import { importTransfer, sightingTransfer } from './imports.js';
import { issueTransfer, membershipTransfer, queryVersionTransfer } from './issues.js';
import { jobTransfer } from './jobs.js';
import type { KindTransfer } from './kind-transfer.js';
import { mentionTransfer } from './mentions.js';
import { amplificationTransfer, cascadeTransfer, communityTransfer, memberTransfer } from './network.js';
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

  async beginCopy(checkpoint: CopyCheckpoint): Promise<void> {
    await this.#connection.write((cypher) => makeStep(cypher, { from: null, to: checkpoint }, this.location));
  }

  async endCopy(): Promise<void> {
    await this.#connection.write(endCopy);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
