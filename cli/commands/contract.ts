import { contractSupergraph } from '#gateway/contract/contract-supergraph.js';
import { readSupergraphFile } from '#gateway/supergraph-file.js';
import { checkOutputs } from '../output/output-paths.js';
import { replaceFile } from '../output/replace-file.js';
import type { RegisterCommand } from '../register-command.js';

interface Flags {
  readonly supergraph: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly out: string;
  readonly published?: string;
}

const EXAMPLES = `
Makes a variant of a supergraph by the tags in it (@tag(name:) of the federation specification). With --include it has only
what bears one of the tags, with --exclude nothing that bears one; what is left out is @inaccessible: clients cannot ask for
it, and introspection does not show it. The hub's own tags are "public" and "regional" (docs/gateway.md). Nothing is written
when what is left is no valid schema.

Examples:
  jejaring contract --supergraph supergraph.graphql --include regional --out regional.graphql --published api.graphql
  jejaring gateway --supergraph regional.graphql`;

export const registerContract: RegisterCommand = (program) => {
  program
    .command('contract')
    .description('make a public or regional variant of a supergraph, by tags')
    .requiredOption('--supergraph <file>', 'SDL of the supergraph, as "jejaring compose" writes it')
    .option('--include <tag...>', 'have only what bears one of these tags', [])
    .option('--exclude <tag...>', 'leave out what bears one of these tags', [])
    .requiredOption('--out <file>', 'where to write the variant, for "jejaring gateway"')
    .option('--published <file>', 'where to write what its clients see, for those who write them')
    .addHelpText('after', EXAMPLES)
    .action(contract);
};

function contract({ supergraph: file, include, exclude, out, published }: Flags): void {
  checkOutputs(file, { '--out': out, '--published': published });
  const variant = contractSupergraph(readSupergraphFile(file, false).sdl, { include, exclude });
  replaceFile(out, variant.supergraph);
  if (published !== undefined) replaceFile(published, variant.published);
  console.log(`${out}: ${variant.fields.left} of ${variant.fields.all} fields`);
}
