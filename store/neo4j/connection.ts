import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { Neo4jSettings } from '#platform/neo4j-settings.js';
import { inTime } from './deadline.js';
import { type Parameters, toParameters } from './parameters.js';
import { storeError } from './store-errors.js';

/** Milliseconds after which the server gives a transaction up; null: when its own settings say so. */
export type Timeout = number | null;
export const LOOKUP_TIMEOUT = 15_000;
export const COUNT_TIMEOUT = 120_000;
const LONG_READ_TIMEOUT = 24 * 3_600_000;
/** Slices of imports, write-backs and copies: as long as the server allows any. */
export const SERVER_TIMEOUT = null;
/** How much longer a caller waits for an answer: the server that would give the transaction up may be the one that hangs. */
const GRACE_MS = 5_000;
/** Of what is read. */
const ROWS_AT_ONCE = 1_000;
/** In the driver's words. */
const FETCH_ALL = -1;

/** Runs statements inside one transaction. Statements come from *.cypher.ts, values go in as parameters only. */
export interface Cypher {
  run<Row>(statement: string, parameters?: Parameters): Promise<Row[]>;
  /** Row by row; where it only reads, a thousand of them in memory. */
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
 *
 * Nobody waits for ever for a server that takes a statement and never answers. What has a timeout has a deadline here too.
 * All else may take as long as it takes while the server gives signs of life: Bolt sends them on every connection that
 * waits for an answer, as often as the server said when it was opened, and the driver breaks the connection when they stop.
 */
export class Neo4jConnection {
  readonly location: string;
  readonly #poolSize: number;
  readonly #patienceMs: number;
  readonly #driver: Driver;
  readonly #database: string | null;
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();

  constructor(settings: Neo4jSettings, { patienceMs }: ConnectionOptions) {
    this.location = settings.uri;
    this.#poolSize = settings.poolSize;
    this.#patienceMs = patienceMs;
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
  read<Row>(statement: string, parameters: Parameters = {}, timeout: Timeout = LOOKUP_TIMEOUT): Promise<Row[]> {
    return this.readAll((cypher) => cypher.run<Row>(statement, parameters), timeout);
  }

  /** Several reads of one moment. */
  readAll<T>(work: (cypher: Cypher) => Promise<T>, timeout: Timeout = LOOKUP_TIMEOUT): Promise<T> {
    return this.#inSession(
      (session) => session.executeRead((tx) => work(cypherOf(tx)), timeout === null ? {} : { timeout }),
      timeout,
    );
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

  /**
   * Everything in `work` or nothing; what it throws undoes it. May run twice, see above. Statements that are sent at once
   * run one after the other: all rows of one are asked for with it. By the thousand, the server would go on with it behind
   * those sent after it, and see what they wrote.
   */
  write<T>(work: (cypher: Cypher) => Promise<T>): Promise<T> {
    return this.#inSession((session) => session.executeWrite((tx) => work(cypherOf(tx))), null, FETCH_ALL);
  }

  /** A statement that cannot run in a managed transaction: schema, CALL … IN TRANSACTIONS. Never tried again. */
  autoCommit<Row>(statement: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.#inSession((session) => cypherOf(session).run<Row>(statement, parameters));
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #inSession<T>(
    work: (session: Session) => Promise<T>,
    timeout: Timeout = null,
    fetchSize = ROWS_AT_ONCE,
  ): Promise<T> {
    const database = this.#database === null ? {} : { database: this.#database };
    const session = this.#driver.session({ bookmarkManager: this.#bookmarks, fetchSize, ...database });
    const answer = work(session).finally(() => session.close());
    try {
      return await (timeout === null ? answer : inTime(answer, this.#patienceMs + timeout + GRACE_MS));
    } catch (error) {
      // Late: it is not tried again, and its connection is free once the server answers or its signs of life stop.
      session.close().catch(() => undefined);
      throw storeError(error, this.location, this.#poolSize);
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
