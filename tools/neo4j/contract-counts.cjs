const CONTRACT = /^(\S+) store$/;

/** Names of the passed cases of the contract by store; the store is the outermost or second title of a case. */
function passedByStore({ testResults }) {
  const passed = new Map();
  for (const { testFilePath, testResults: cases } of testResults) {
    if (!/test\/contract\/(embedded|neo4j)\.test\.ts$/.test(testFilePath.replaceAll('\\', '/'))) continue;
    for (const { ancestorTitles, title, status } of cases) {
      const at = ancestorTitles.findIndex((name) => CONTRACT.test(name));
      if (at === -1) continue;
      const store = CONTRACT.exec(ancestorTitles[at])[1];
      if (!passed.has(store)) passed.set(store, new Set());
      if (status === 'passed') passed.get(store).add([...ancestorTitles.slice(at + 1), title].join(' › '));
    }
  }
  return passed;
}

/** Reporter of jest: where the contract ran on both stores, says how many cases passed on each, and fails unless they are the same. */
module.exports = class ContractCounts {
  #difference = null;

  onRunComplete(_, results) {
    const passed = passedByStore(results);
    const embedded = passed.get('embedded');
    const neo4j = passed.get('neo4j');
    if (embedded === undefined || neo4j === undefined) return;
    process.stderr.write(`contract: ${embedded.size} cases passed on the embedded store, ${neo4j.size} on Neo4j\n`);
    const onOne = [...new Set([...embedded, ...neo4j])].filter((name) => embedded.has(name) !== neo4j.has(name));
    for (const name of onOne) process.stderr.write(`  only on ${embedded.has(name) ? 'embedded' : 'Neo4j'}: ${name}\n`);
    if (onOne.length > 0)
      this.#difference = new Error(`${onOne.length} cases of the contract passed on one store only`);
  }

  getLastError() {
    return this.#difference ?? undefined;
  }
};
