import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { CodedError } from '#domain/errors/coded-error.js';
import { breaksOf } from '#gateway/breaking-changes.js';
import { composeSupergraph } from '#gateway/compose-supergraph.js';
import { readSupergraphFile } from '#gateway/supergraph-file.js';
import { readEnvironment } from '#platform/environment.js';
import { packageFile } from '#platform/package-root.js';
import { readGraphql, readOperations } from '../compose/read-graphql.js';
import { replaceFile } from '../output/replace-file.js';
import type { RegisterCommand } from '../register-command.js';
import { HUB_SUBGRAPHS } from '../serve/hub-subgraphs.js';

interface Flags {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  readonly out: string;
  readonly operations?: string;
  readonly against?: string;
}

const EXAMPLES = `
Composes the subgraph of a region with the four of the hub, which are where SUBGRAPH_URLS says, and writes the supergraph
that "jejaring gateway" serves; a running gateway takes the new file up. Nothing is written when the subgraphs do not fit
together, or when an operation of --operations would break.

Example:
  jejaring compose --name complaints --sdl examples/region-subgraph/schema.graphql \\
    --url http://127.0.0.1:4101/graphql --operations examples/region-subgraph/operations --out supergraph.graphql`;

export const registerCompose: RegisterCommand = (program) => {
  program
    .command('compose')
    .description("add a region's own subgraph to the hub's and write the supergraph")
    .requiredOption('--name <name>', 'name of the subgraph: lower-case letters, digits and hyphens', name)
    .requiredOption('--sdl <file>', 'SDL of the subgraph')
    .requiredOption('--url <address>', 'GraphQL endpoint of the subgraph', address)
    .requiredOption('--out <file>', 'where to write the supergraph')
    .option('--operations <folder>', 'recorded operations (.graphql files) that must go on working')
    .option('--against <file>', "supergraph that they work on now (default: the hub's alone)")
    .addHelpText('after', EXAMPLES)
    .action(compose);
};

function compose({ name, sdl, url, out, operations, against }: Flags): void {
  const { subgraphUrls } = readEnvironment(process.env);
  const hub = HUB_SUBGRAPHS.map((subgraph) => ({ ...subgraph, url: subgraphUrls[subgraph.name] }));
  if (hub.some((subgraph) => subgraph.name === name))
    throw new CodedError('BAD_PARAMETERS', `the hub has a subgraph "${name}" of its own`, { at: '--name' });
  const lost = hub.find((subgraph) => subgraph.url === undefined);
  if (lost) throw new CodedError('BAD_CONFIGURATION', `no address is set for "${lost.name}"`, { at: 'SUBGRAPH_URLS' });
  const own = { name, url, typeDefs: readGraphql(sdl) };
  const supergraph = composeSupergraph([...hub.map(({ name, url, typeDefs }) => ({ name, url: url!, typeDefs })), own]);
  const recorded = operations === undefined ? [] : readOperations(operations);
  const before = against === undefined ? hubSupergraph() : readSupergraphFile(against, false).sdl;
  const breaks = breaksOf(before, supergraph, recorded);
  if (breaks.length > 0)
    throw new CodedError(
      'BREAKING_CHANGE',
      breaks.flatMap(({ operation, reasons }) => reasons.map((reason) => `\n- ${operation}: ${reason}`)).join(''),
      {
        at: operations!,
        hint: 'keep what the operations ask for, or agree with those who send them and record them anew',
      },
    );
  replaceFile(out, supergraph);
  console.log(
    `${out}: ${[...hub.map((one) => one.name), name].sort().join(', ')}; ${recorded.length} operations checked`,
  );
}

function hubSupergraph(): string {
  return readFileSync(packageFile('gateway/supergraph.graphql'), 'utf8');
}

function name(text: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(text)) throw new InvalidArgumentError('use lower-case letters, digits and hyphens.');
  return text;
}

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new InvalidArgumentError('must be an http or https address.');
  return text;
}
