const { TestEnvironment } = require('jest-environment-node');

/**
 * Environment of jest where its workers have a Neo4j each. Here and not in a setup file of each suite, since commands that
 * tests start inherit the environment of the process, not of the suite.
 */
module.exports = class ServerOfWorker extends TestEnvironment {
  constructor(...given) {
    const servers = JSON.parse(process.env.JEJARING_TEST_NEO4J_SERVERS);
    Object.assign(process.env, servers[Number(process.env.JEST_WORKER_ID) - 1]);
    super(...given);
  }
};
