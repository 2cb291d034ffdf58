import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

const FEATURE = /^https:\/\/specs\.apollo\.dev\/cost\//;

/** Under which names a supergraph has `@cost` and `@listSize`: a subgraph may have given them others. */
export function costDirectiveNames({ definitions }: DocumentNode): {
  readonly cost: string;
  readonly listSize: string;
} {
  const links = definitions
    .flatMap((one) => (one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION ? one.directives : []))
    .filter((directive): directive is ConstDirectiveNode => directive?.name.value === 'link')
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value) as unknown])),
    );
  const link = links.find(({ url }) => typeof url === 'string' && FEATURE.test(url));
  const imports = Array.isArray(link?.import) ? (link.import as unknown[]) : [];
  const nameOf = (directive: string) => {
    for (const one of imports) {
      const { name, as } = (typeof one === 'string' ? { name: one } : one) as { name?: string; as?: string };
      if (name === `@${directive}`) return (as ?? name).slice(1);
    }
    return directive;
  };
  return { cost: nameOf('cost'), listSize: nameOf('listSize') };
}
