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
import type { Pseudonymize } from '#platform/pseudonym.js';
import { isAsShipped, isShippedKind, notEmpty } from '../../copy-target.js';
import { checkKey } from '../check-key.js';
import { Database } from '../database.js';
import { migrate } from '../migrate.js';
import { Platforms } from '../platforms.js';
import { accountTransfer } from './accounts.js';
import { claimTransfer, decisionTransfer, matchTransfer } from './claims.js';
import { emergingDecisionTransfer, emergingIssueTransfer, emergingSearchTransfer } from './emerging.js';
import { evidenceTransfer, findingTransfer } from './findings.js';
import { importTransfer, sightingTransfer } from './imports.js';
import { issueTransfer, membershipTransfer, queryVersionTransfer } from './issues.js';
import { jobTransfer } from './jobs.js';
import type { KindTransfer } from './kind-transfer.js';
import { mentionTransfer } from './mentions.js';
import { amplificationTransfer, cascadeTransfer, memberTransfer } from './network.js';
import { agencyTransfer, regionTransfer } from './reference.js';
import { communityTransfer, documentTransfer, runTransfer } from './runs.js';
import { endCopy, makeStep, readCheckpoint } from './unfinished-copy.js';

type Kinds = { readonly [Kind in TransferKind]: KindTransfer<Kind> };

/** The whole of an embedded store for a copy. Throws STORE_UNAVAILABLE, STORE_TOO_NEW, BAD_CONFIGURATION. */
export function openEmbeddedTransfer(options: {
  readonly file: string;
  readonly pseudonymize: Pseudonymize;
}): TransferStore {
  const database = new Database(options.file, { cacheMiB: 256 });
  try {
    migrate(database);
    checkKey(database, options.pseudonymize);
  } catch (error) {
    database.close();
    throw error;
  }
  // An agency may come before the one that it is a unit of.
  database.exec('PRAGMA foreign_keys = OFF');
  return new EmbeddedTransferStore(database);
}

class EmbeddedTransferStore implements TransferStore {
  readonly location: string;
  readonly #database: Database;
  readonly #platforms: Platforms;
  readonly #kinds: Kinds;

  constructor(database: Database) {
    this.location = database.file;
    this.#database = database;
    this.#platforms = new Platforms(database);
    this.#kinds = kindsOf(database, this.#platforms);
  }

  async count(kind: TransferKind): Promise<number> {
    return this.#kinds[kind].count();
  }

  async read<Kind extends TransferKind>(kind: Kind, after: CursorKey | null): Promise<TransferSlice<Kind>> {
    return this.#kinds[kind].read(after);
  }

  async write<Kind extends TransferKind>(
    kind: Kind,
    records: readonly TransferRecords[Kind][],
    step: CopyStep,
  ): Promise<void> {
    try {
      this.#database.transaction(() => {
        if (makeStep(this.#database, step)) this.#kinds[kind].write(records);
      });
    } catch (error) {
      this.#platforms.forget();
      throw error;
    }
  }

  async checkpoint(): Promise<CopyCheckpoint | null> {
    return readCheckpoint(this.#database);
  }

  async beginCopy(checkpoint: CopyCheckpoint, shipped: ShippedReference): Promise<void> {
    this.#database.transaction(() => {
      if (!makeStep(this.#database, { from: null, to: checkpoint })) return;
      for (const kind of TRANSFER_KINDS) this.#assertAsShipped(kind, shipped);
      this.#database.exec('DELETE FROM agency; DELETE FROM region');
    });
  }

  #assertAsShipped(kind: TransferKind, shipped: ShippedReference): void {
    const count = this.#kinds[kind].count();
    if (count === 0) return;
    if (isShippedKind(kind) && isAsShipped(kind, this.#all(kind), shipped[kind])) return;
    throw notEmpty(kind, count, this.location);
  }

  #all<Kind extends TransferKind>(kind: Kind): TransferRecords[Kind][] {
    const all: TransferRecords[Kind][] = [];
    for (let after: CursorKey | null = null; ; ) {
      const { records, next }: TransferSlice<Kind> = this.#kinds[kind].read(after);
      all.push(...records);
      if (next === null) return all;
      after = next;
    }
  }

  async endCopy(): Promise<void> {
    this.#database.transaction(() => endCopy(this.#database));
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

function kindsOf(database: Database, platforms: Platforms): Kinds {
  return {
    regions: regionTransfer(database),
    agencies: agencyTransfer(database),
    accounts: accountTransfer(database, platforms),
    imports: importTransfer(database),
    mentions: mentionTransfer(database, platforms),
    sightings: sightingTransfer(database, platforms),
    issues: issueTransfer(database),
    queryVersions: queryVersionTransfer(database),
    memberships: membershipTransfer(database, platforms),
    runs: runTransfer(database),
    documents: documentTransfer(database),
    communities: communityTransfer(database),
    members: memberTransfer(database),
    amplifications: amplificationTransfer(database),
    cascades: cascadeTransfer(database),
    findings: findingTransfer(database),
    evidence: evidenceTransfer(database),
    jobs: jobTransfer(database),
    claims: claimTransfer(database),
    claimMatches: matchTransfer(database),
    claimDecisions: decisionTransfer(database),
    emergingSearches: emergingSearchTransfer(database),
    emergingIssues: emergingIssueTransfer(database),
    emergingDecisions: emergingDecisionTransfer(database),
  };
}
