import { extractLinkImplementations } from '@theguild/federation-composition';
import { type DirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';

const LINK = parse(
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag", "@inaccessible"])',
  { noLocation: true },
).definitions;
const KEPT = ['tag', 'inaccessible', 'deprecated', 'specifiedBy', 'oneOf'];
const OF_FEDERATION = /^(join|link|core|federation|requiresScopes|policy|context|connect)__/;

/**
 * A supergraph without what says where its fields come from: to the composer, one subgraph that has all of it. So the
 * composer's own filter and its own checks can be had for a supergraph whose subgraphs are not at hand.
 */
export function singleSubgraph(supergraph: DocumentNode): DocumentNode {
  mustNotBeRenamed(supergraph);
  const bare = visit(supergraph, {
    Directive: (directive: DirectiveNode) => (KEPT.includes(directive.name.value) ? undefined : null),
    DirectiveDefinition: () => null,
    ScalarTypeDefinition: hiddenOfFederation,
    EnumTypeDefinition: hiddenOfFederation,
    InputObjectTypeDefinition: hiddenOfFederation,
    SchemaExtension: () => null,
  });
  return { ...bare, definitions: [...LINK, ...bare.definitions] };
}

export function isOfFederation(type: string): boolean {
  return OF_FEDERATION.test(type);
}

function hiddenOfFederation({ name }: { readonly name: { readonly value: string } }): null | undefined {
  return isOfFederation(name.value) ? null : undefined;
}

/** A gateway hides what is `@inaccessible`: what it hides under another name, nobody would. */
function mustNotBeRenamed(supergraph: DocumentNode): void {
  const schema = supergraph.definitions.filter((one) => one.kind === Kind.SCHEMA_DEFINITION);
  const { resolveImportName } = extractLinkImplementations({ kind: Kind.DOCUMENT, definitions: schema });
  for (const name of ['tag', 'inaccessible']) {
    const written = resolveImportName(`https://specs.apollo.dev/${name}`, `@${name}`);
    if (written !== name && written !== `${name}__${name}`)
      throw new CodedError('BAD_SUPERGRAPH', `the supergraph calls @${name} @${written}`, {
        at: `@link(url: "https://specs.apollo.dev/${name}/…")`,
        hint: 'compose it with this directive under its own name',
      });
  }
}
