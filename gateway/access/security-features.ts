import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped, visit } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';

const ENFORCED: readonly string[] = ['authenticated', 'requiresScopes'];
const ACCESS: readonly string[] = [...ENFORCED, 'policy'];
/** What bears it is in no schema that clients see. */
const HIDES = 'inaccessible';
const AS_DIRECTIVE = 'join__directive';

/**
 * Refuses access rules that nothing here would heed: `@policy`, rules under other names or written as `@join__directive`,
 * and features that the supergraph marks as needed for its security. Passed over, each would leave a door open.
 * Throws BAD_SUPERGRAPH.
 */
export function mustBeEnforceable(supergraph: DocumentNode): void {
  const found = unenforceable(supergraph);
  if (found === null) return;
  throw new CodedError('BAD_SUPERGRAPH', 'the supergraph restricts access in a way that is not enforced here', {
    at: found,
    hint: `compose it with ${ENFORCED.map((name) => `@${name}`).join(' and ')} under these names alone`,
  });
}

/** Whether a supergraph restricts access at all, by whatever directive. */
export function restrictsAccess(supergraph: DocumentNode): boolean {
  return unenforceable(supergraph) !== null || appliedNames(supergraph).some((name) => ACCESS.includes(name));
}

function unenforceable(supergraph: DocumentNode): string | null {
  return linkFault(supergraph) ?? appliedNames(supergraph).find((name) => !isHarmless(name)) ?? null;
}

/** Names of directives as they stand in the SDL; of `@join__directive` the name of what it carries. */
function appliedNames(supergraph: DocumentNode): string[] {
  const names = new Set<string>();
  visit(supergraph, {
    Directive: (directive) => {
      const { value: name } = directive.name;
      names.add(
        name === AS_DIRECTIVE ? `${AS_DIRECTIVE} of ${argument(directive as ConstDirectiveNode, 'name')}` : name,
      );
    },
  });
  return [...names];
}

function isHarmless(name: string): boolean {
  const bare = name.replace(/^.*(__| of )/, '');
  return ENFORCED.includes(name) || !ACCESS.includes(bare);
}

/** A security feature that is not ours, or one of ours under another name. */
function linkFault({ definitions }: DocumentNode): string | null {
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      const url = String(argument(directive, 'url') ?? '');
      const feature = /([^/]+)\/v\d+\.\d+$/.exec(url)?.[1] ?? url;
      const isOurs = ENFORCED.includes(feature) || feature === HIDES;
      const isRenamed =
        argument(directive, 'as') !== undefined || JSON.stringify(argument(directive, 'import') ?? '').includes('"as"');
      if (directive.name.value !== 'link') continue;
      if ((argument(directive, 'for') === 'SECURITY' && !isOurs) || (isOurs && isRenamed))
        return `@link(url: "${url}")`;
    }
  }
  return null;
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown {
  const found = given.find((one) => one.name.value === name);
  return found && valueFromASTUntyped(found.value);
}
