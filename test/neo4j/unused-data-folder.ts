import { emptyTestDatabase, onTestNeo4j } from './test-database.js';

/**
 * A data folder for a store of its own. On the test Neo4j all folders share one database: it is emptied, so suites there
 * use one folder after the other.
 */
export async function unusedDataFolder(path: string): Promise<string> {
  if (onTestNeo4j) await emptyTestDatabase();
  return path;
}
