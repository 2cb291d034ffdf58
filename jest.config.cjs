// Native ES modules (NODE_OPTIONS=--experimental-vm-modules, set by the test script): the Rust query planner needs
// them, and tests then run the module system that ships.
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

module.exports = {
  testEnvironment: 'node',
  // Native modules of a suite are never freed (nodejs/node#33439): all suites in one process end without memory. Workers,
  // even on a machine with two cores, are put away when they have grown, and others take their place.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  globalSetup: '<rootDir>/test/neo4j/other-servers.cjs',
  reporters: ['default', '<rootDir>/tools/end-in-time.cjs'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  moduleNameMapper: {
    '^#(domain|platform|seed|store|subgraphs|gateway|graph-jobs|simulator|cli|bench)/(.*)\\.js$': '<rootDir>/$1/$2',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  resolver: '<rootDir>/test/resolve-typescript.cjs',
  // Ends what hangs; tests wait for each other and for servers, and a busy machine takes ten times as long.
  testTimeout: 600_000,
};
