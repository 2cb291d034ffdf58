import { isAsyncIterable } from '@graphql-tools/utils';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { AuditEvent, AuditSubject } from '#domain/audit-entry.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { AuditLog } from '#domain/ports/audit-log.js';
import { askedBy } from './asked-by.js';
import { type AuditedOperation, auditedOperation } from './audited-operation.js';

type Execute = (args: ExecutionArgs) => unknown;

/**
 * Logs what runs. A mutation runs once its entry stands on the disk, and a second entry says how it ended. The entry of a
 * read is on its way before the answer is: one that cannot be logged is not given.
 */
export function auditPlugin(log: AuditLog): Plugin {
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const asked = auditedOperation(args);
      if (asked) setExecuteFn(asked.kind === 'mutation' ? written(asked, executeFn) : read(asked, executeFn));
    },
    // The events of a subscription are of the one question that began it.
    onSubscribe: ({ args }) => {
      const asked = auditedOperation(args);
      if (asked) log.note(eventOf('subscription', asked.what, args));
    },
  };

  function written({ what }: AuditedOperation, execute: Execute) {
    return async (args: ExecutionArgs) => {
      const number = await log.append(eventOf('mutation', what, args));
      return ended(execute, args, (codes) => {
        // It has happened: whether that can be told as well changes nothing of it.
        void log.append(eventOf('outcome', { outcomeOf: number, codes }, args)).catch(() => undefined);
      });
    };
  }

  function read({ what }: AuditedOperation, execute: Execute) {
    return (args: ExecutionArgs) =>
      ended(execute, args, (codes) => log.note(eventOf('query', { ...what, codes }, args)));
  }
}

/** What was broken off, when its time was up for example, ran on subgraphs too. */
async function ended(execute: Execute, args: ExecutionArgs, tell: (codes: string[]) => void): Promise<unknown> {
  try {
    const result = await execute(args);
    tell(codesOf(result));
    return result;
  } catch (error) {
    tell([error instanceof CodedError ? error.code : 'UNKNOWN']);
    throw error;
  }
}

function eventOf(action: AuditEvent['action'], what: AuditSubject, { contextValue }: ExecutionArgs): AuditEvent {
  return { action, ...askedBy(contextValue), what };
}

function codesOf(result: unknown): string[] {
  if (isAsyncIterable(result)) return [];
  const { errors = [] } = result as ExecutionResult;
  return [...new Set(errors.map((error) => codeOf(error).slice(0, 80)))].sort();
}

/** Errors of the gateway itself are presented to clients later than this. */
function codeOf({ extensions, originalError }: GraphQLError): string {
  return originalError instanceof CodedError ? originalError.code : String(extensions?.code ?? 'UNKNOWN');
}
