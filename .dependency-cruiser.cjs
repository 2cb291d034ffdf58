// The arrows of docs/architecture.md, enforced. A rule that hurts is a question about the design: mend the design or
// argue in an ADR, never add an exception.
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(domain|platform|seed|store|subgraphs|gateway|graph-jobs|simulator|cli|bench|test|tools)/',
    pathNot: allowed,
  },
});

const STAGES = 'ingest|extract|map|detect|score|write-back|report';

module.exports = {
  forbidden: [
    only(
      'domain-stands-alone',
      'The domain is what every other folder agrees on: if it imported one of them, a change there could change the words everybody uses.',
      '^domain/',
      '^domain/',
    ),
    {
      name: 'domain-is-pure',
      comment: 'Domain rules run in any process and in any store; a package or a Node module would tie them to one.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    only(
      'platform-knows-the-domain-only',
      'Platform serves every folder above it; knowing one of them would make a circle of the whole.',
      '^platform/',
      '^(domain|platform)/',
    ),
    only(
      'stores-know-ports-only',
      'A store implements domain/ports. If it knew who calls it, a second store could not take its place.',
      '^store/',
      '^(domain|platform|store)/',
    ),
    only(
      'seed-knows-ports-only',
      'Seed data goes through the same ports as everything else, so that each store gets it in the same way.',
      '^seed/',
      '^(domain|platform|seed)/',
    ),
    only(
      'subgraphs-know-ports-only',
      'A subgraph works on domain/ports, not on a database: the same code runs on every store. Only its main builds an adapter.',
      '^subgraphs/(?!.*main\\.ts$)',
      '^(domain|platform|subgraphs)/',
    ),
    {
      name: 'no-sibling-subgraph',
      comment:
        'Subgraphs meet in the gateway and nowhere else; an import between two would weld two services together.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/([^/]+)/', pathNot: '^subgraphs/$1/' },
    },
    only(
      'gateway-knows-supergraph-only',
      'The gateway serves any supergraph. What a subgraph is made of is not its business. Only its main builds an adapter: the audit log.',
      '^gateway/(?!main\\.ts$)',
      '^(domain|platform|gateway)/',
    ),
    only(
      'graph-jobs-know-ports-only',
      'The jobs work on columns that a port streams, so that embedded store and Neo4j give the same bytes. Only a main builds an adapter.',
      '^graph-jobs/(?!.*main\\.ts$)',
      '^(domain|platform|graph-jobs)/',
    ),
    {
      name: 'no-stage-imports-a-stage',
      comment: 'Stages meet in pipeline.ts, which reads as one page; what two stages share belongs to the domain.',
      severity: 'error',
      from: { path: `^graph-jobs/(${STAGES})/` },
      to: { path: `^graph-jobs/(${STAGES})/`, pathNot: '^graph-jobs/$1/' },
    },
    only(
      'text-rules-stand-alone',
      'What a text is made of is asked by stages and by commands without a store, before anything is known about mentions: were it to know a stage, that stage could not use it.',
      '^graph-jobs/text/',
      '^(domain|platform|graph-jobs/text)/',
    ),
    only(
      'sentiment-needs-no-stage',
      'Sentiment is told of a text alone, with or without a store: were it to know a stage, its model could not be trained and measured by itself.',
      '^graph-jobs/sentiment/',
      '^(domain|platform|graph-jobs/(sentiment|text|csv-file))/',
    ),
    only(
      'emerging-needs-no-map',
      'What emerges is told of mentions that no issue holds, from a store or a file: were it to know the map of an issue or what is found in one, it could only look where somebody looks already.',
      '^graph-jobs/emerging/',
      '^(domain|platform|graph-jobs/(emerging|ingest/(formats|read)|detect/(near-duplicates|actions/canonical-link|calibrated/benjamini-hochberg)))',
    ),
    only(
      'simulator-knows-the-format-only',
      'The simulator writes files as an office would; were it to know the store, it would test less than an import does.',
      '^simulator/',
      '^(domain|platform|simulator)/',
    ),
    {
      name: 'only-mains-build-adapters',
      comment: 'One place per process decides on the store. Anybody else asks for a port.',
      severity: 'error',
      from: { pathNot: ['^store/', 'main\\.ts$', '^cli/', '^bench/', '^test/', '\\.test\\.tsx?$'] },
      to: { path: '^store/' },
    },
    {
      name: 'nothing-imports-the-cli',
      comment: 'The command line is the outermost ring.',
      severity: 'error',
      from: {
        path: '^(domain|platform|seed|store|subgraphs|gateway|graph-jobs|simulator)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: '^(cli|bench|test)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'folders-cross-by-hash-import',
      comment: 'A relative path out of the own top folder hides which arrow it is; the # import names it.',
      severity: 'error',
      from: { path: '^([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^[^/]+/',
        pathNot: ['^$1/', 'node_modules'],
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased'],
      },
    },
    {
      name: 'no-dev-package-in-what-ships',
      comment: 'A user installs dependencies only.',
      severity: 'error',
      from: { pathNot: ['\\.test\\.tsx?$', '^test/', '^bench/', '^tools/', '\\.cjs$'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: ['@types/'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that does not resolve fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'tools/resolve-sources.cjs' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
