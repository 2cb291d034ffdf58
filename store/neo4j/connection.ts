import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { type Parameters, toParameters } from './parameters.js';
import { storeError } from './store-errors.js';

/** Milliseconds after which the server gives a transaction up. */
export const LOOKUP_TIMEOUT = 15_000;
export const COUNT_TIMEOUT = 120_000;
const LONG_READ_TIMEOUT = 24 * 3_600_000;
/** Slices of imports, write-backs and copies: as long as the server allows any. */
export const SERVER_TIMEOUT = undefined;

/** Runs statements inside one transaction. Statements come from *.cypher.ts, values go in as parameters only. */
export interface Cypher {
  run<Row>(statement: string, parameters?: Parameters): Promise<Row[]>;
  /** Row by row, a thousand of them in memory. */
  each<Row>(statement: string, parameters: Parameters, onRow: (row: Row) => void): Promise<void>;
}

export interface ConnectionOptions {
  /** How long a transaction is tried again while the server is away or refuses it for a moment. */
  readonly patienceMs: number;
}

/**
 * One pool of connections to a server or cluster. Reads and writes are managed transactions: tried again after a lost
 * connection or a deadlock, so that whatever is done in one must be right when it is done twice. Reads see what this
 * process wrote, on whichever member of a cluster they run (bookmarks).
 */
export class Neo4jConnection {
  readonly location: string;
  readonly #driver: Driver;
  readonly #database: string | null;
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();

  constructor(settings: Neo4jSettings, { patienceMs }: ConnectionOptions) {
    this.location = settings.uri;
    this.#database = settings.database;
    this.#driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: settings.poolSize,
      maxTransactionRetryTime: patienceMs,
      connectionTimeout: 5_000,
      connectionAcquisitionTimeout: Math.max(10_000, patienceMs),
      connectionLivenessCheckTimeout: 60_000,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      ...(settings.caFile !== null && {
        encrypted: 'ENCRYPTION_ON' as const,
        trust: 'TRUST_CUSTOM_CA_SIGNED_CERTIFICATES' as const,
        trustedCertificates: [settings.caFile],
      }),
    });
  }

  /** Rows of one statement. Throws STORE_UNAVAILABLE, BAD_CONFIGURATION. */
  read<Row>(
    statement: string,
    parameters: Parameters = {},
    timeout: number | undefined = LOOKUP_TIMEOUT,
  ): Promise<Row[]> {
    return this.readAll((cypher) => cypher.run<Row>(statement, parameters), timeout);
  }

  /** Several reads of one moment. */
  readAll<T>(work: (cypher: Cypher) => Promise<T>, timeout: number | undefined = LOOKUP_TIMEOUT): Promise<T> {
    return this.#inSession((session) => session.executeRead((tx) => work(cypherOf(tx)), { timeout }));
  }

  /**
   * Reads that take as long as they take, in one transaction on one server; other sessions see at what it works by
   * `metadata`, for as long as this process lives.
   */
  readLong<T>(work: (cypher: Cypher) => Promise<T>, metadata: Readonly<Record<string, string>>): Promise<T> {
    return this.#inSession((session) =>
      session.executeRead((tx) => work(cypherOf(tx)), { timeout: LONG_READ_TIMEOUT, metadata }),
    );
  }

  /** Everything in `work` or nothing; what it throws undoes it. May run twice, see above. */
  write<T>(work: (cypher: Cypher) => Promise<T>, timeout: number | undefined = SERVER_TIMEOUT): Promise<T> {
    const config = timeout === undefined ? {} : { timeout };
    return this.#inSession((session) => session.executeWrite((tx) => work(cypherOf(tx)), config));
  }

  /** A statement that cannot run in a managed transaction: schema, CALL … IN TRANSACTIONS. Never tried again. */
  autoCommit<Row>(statement: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.#inSession((session) => cypherOf(session).run<Row>(statement, parameters));
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const database = this.#database === null ? {} : { database: this.#database };
    const session = this.#driver.session({ bookmarkManager: this.#bookmarks, ...database });
    try {
      return await work(session);
    } catch (error) {
      throw storeError(error, this.location);
    } finally {
      await session.close();
    }
  }
}

function cypherOf(runner: Pick<ManagedTransaction | Session, 'run'>): Cypher {
  return {
    run: async <Row>(statement: string, parameters: Parameters = {}) => {
      const { records } = await runner.run(statement, toParameters(parameters));
      return records.map((record) => record.toObject() as Row);
    },
    each: async <Row>(statement: string, parameters: Parameters, onRow: (row: Row) => void) => {
      for await (const record of runner.run(statement, toParameters(parameters))) onRow(record.toObject() as Row);
    },
  };
}
