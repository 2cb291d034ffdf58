import { isAsyncIterable, memoize1 } from '@graphql-tools/utils';
import { BREAK, type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { authenticated } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { callerOf } from '../access/request-caller.js';

/** Who may ask for the schema: everybody, callers with a credential, nobody. */
export const INTROSPECTION = ['open', 'known', 'off'] as const;
export type IntrospectionPolicy = (typeof INTROSPECTION)[number];

/** Refuses to tell the schema to whom the policy closes it. Throws UNAUTHENTICATED and FORBIDDEN. */
export function introspectionPlugin(policy: IntrospectionPolicy): Plugin {
  if (policy === 'open') return {};
  return {
    onValidate:
      () =>
      ({ valid, result, setResult }) => {
        if (!valid) setResult(result.map((error) => withoutProposal(error as GraphQLError)));
      },
    onExecute: ({ args }) => {
      mayAsk(args);
      return { onExecuteDone: ({ result, setResult }) => setResult(unproposing(result)) };
    },
    onSubscribe: ({ args }) => {
      mayAsk(args);
      return { onSubscribeResult: ({ result, setResult }) => setResult(unproposing(result)) };
    },
  };

  // Not while it is validated: what was found valid for one caller is kept, and would be valid for the next.
  function mayAsk({ document, contextValue }: ExecutionArgs): void {
    if (!asksForSchema(document)) return;
    if (policy === 'off')
      throw new CodedError('FORBIDDEN', 'this gateway does not tell its schema', {
        at: '__schema',
        hint: 'ask those who run it for the SDL',
      });
    if (authenticated(callerOf(contextValue)) === null)
      throw new CodedError('UNAUTHENTICATED', 'the schema is for callers who say who they are', {
        at: '__schema',
        hint: 'send "authorization: Bearer …" with an API key or a token (docs/access.md)',
      });
  }
}

const asksForSchema = memoize1((document: DocumentNode): boolean => {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      asks = true;
      return BREAK;
    },
  });
  return asks;
});

/** Values of variables are checked when the operation runs, and what is wrong with them proposes names as well. */
function unproposing<T>(result: T): T {
  if (isAsyncIterable(result)) return result;
  const { errors } = result as ExecutionResult;
  return errors ? { ...result, errors: errors.map(withoutProposal) } : result;
}

/** Errors propose names that are like a wrong one: so the schema can be guessed. */
function withoutProposal(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*$/s, '');
  if (message === error.message) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
