/**
 * Global setup of jest. Tests empty their store: a Neo4j that the developer's shell names must be none of theirs. Only
 * `npm run test:neo4j`, which starts a server of its own, sets JEJARING_TEST_NEO4J. Here and not in a setup file of each
 * suite, since commands that tests start inherit the environment of the process, not of the suite.
 */
module.exports = async function leaveOtherServersAlone() {
  if (process.env.JEJARING_TEST_NEO4J === '1') return;
  for (const name of Object.keys(process.env)) if (name.startsWith('NEO4J_')) delete process.env[name];
};
