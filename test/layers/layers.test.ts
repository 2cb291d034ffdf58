import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageFile } from '#platform/package-root.js';

/** One wrong import for each rule: file, what it imports, the rule that has to say no. */
const WRONG: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['domain/mention.ts', '#platform/logger.js', 'domain-stands-alone'],
  ['domain/account.ts', 'node:fs', 'domain-is-pure'],
  ['domain/region.ts', 'graphql', 'domain-is-pure'],
  ['platform/logger.ts', '#seed/seed-data.js', 'platform-knows-the-domain-only'],
  ['store/open-store.ts', '#graph-jobs/map/map-spread.js', 'stores-know-ports-only'],
  ['seed/seed-data.ts', '#simulator/scenario.js', 'seed-knows-ports-only'],
  ['subgraphs/mentions/schema.ts', '#gateway/create-gateway.js', 'subgraphs-know-ports-only'],
  ['subgraphs/mentions/context.ts', '../agencies/schema.js', 'no-sibling-subgraph'],
  ['gateway/create-gateway.ts', '#subgraphs/agencies/schema.js', 'gateway-knows-supergraph-only'],
  ['graph-jobs/pipeline.ts', '#seed/seed-data.js', 'graph-jobs-know-ports-only'],
  ['graph-jobs/detect/detect-groups.ts', '../map/map-spread.js', 'no-stage-imports-a-stage'],
  ['graph-jobs/text/word-tokens.ts', '../map/map-spread.js', 'text-rules-stand-alone'],
  ['graph-jobs/sentiment/judge-text.ts', '../map/map-spread.js', 'sentiment-needs-no-stage'],
  ['graph-jobs/emerging/emerging-issues.ts', '../map/map-spread.js', 'emerging-needs-no-map'],
  ['simulator/scenario.ts', '#seed/seed-data.js', 'simulator-knows-the-format-only'],
  ['subgraphs/agencies/context.ts', '#store/open-store.js', 'only-mains-build-adapters'],
  ['graph-jobs/extract/extract-issue.ts', '#cli/command-line.js', 'nothing-imports-the-cli'],
  ['cli/command-line.ts', './commands/serve.js', 'no-cycles'],
  ['cli/exit-codes.ts', '../domain/agency.js', 'folders-cross-by-hash-import'],
  ['gateway/request-limits.ts', 'fast-check', 'no-dev-package-in-what-ships'],
  ['platform/metrics.ts', 'no-such-package', 'not-to-unresolvable'],
];

/** Files that the wrong imports lead to, without a fault of their own but for the cycle's way back. */
const INNOCENT: Readonly<Record<string, string>> = {
  'cli/commands/serve.ts': "import '../command-line.js';",
  'domain/agency.ts': '',
  'graph-jobs/map/map-spread.ts': '',
  'subgraphs/agencies/schema.ts': '',
};

const folder = mkdtempSync(join(tmpdir(), 'jejaring-layers-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${text}\nexport {};\n`);
}

function violations(): string[] {
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'];
  const output = execFileSync(packageFile('node_modules/.bin/depcruise'), words, { cwd: folder, encoding: 'utf8' });
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
}

test('every layer rule says no to what it is there for, and there is no rule without a case', async () => {
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json', 'tools/resolve-sources.cjs'])
    cpSync(packageFile(file), join(folder, file));
  symlinkSync(packageFile('node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(INNOCENT)) write(file, text);
  for (const [file, imports] of WRONG) write(file, `import '${imports}';`);
  const found = violations();
  for (const [file, , rule] of WRONG) expect(found).toContain(`${file}: ${rule}`);
  const { forbidden } = (await import(packageFile('.dependency-cruiser.cjs'))).default as {
    forbidden: { name: string }[];
  };
  expect([...new Set(WRONG.map(([, , rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
});
