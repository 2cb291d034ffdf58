import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { CodedError } from '#domain/errors/coded-error.js';

type Execute = (args: ExecutionArgs) => unknown;

/**
 * Ends an operation that takes too long: its caller is told, and what subgraphs are still asked for it is given up. Events of
 * subscriptions have no end to wait for.
 */
export function timeoutPlugin(seconds: number): Plugin {
  return {
    onExecute: ({ executeFn, setExecuteFn }) => setExecuteFn((args) => endingInTime(executeFn, args, seconds)),
  };
}

/** Throws OPERATION_TIMEOUT. */
async function endingInTime(execute: Execute, args: ExecutionArgs, seconds: number): Promise<unknown> {
  const { signal: given } = args as { signal?: AbortSignal };
  // By hand: AbortSignal.any keeps what it made as long as its sources live.
  const stop = new AbortController();
  const pass = () => stop.abort(given?.reason);
  given?.addEventListener('abort', pass, { once: true });
  if (given?.aborted) pass();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = tooLate(seconds);
      reject(error);
      stop.abort(error);
    }, seconds * 1000);
  });
  try {
    return await Promise.race([execute({ ...args, signal: stop.signal } as ExecutionArgs), late]);
  } finally {
    clearTimeout(timer);
    given?.removeEventListener('abort', pass);
  }
}

function tooLate(seconds: number): CodedError {
  return new CodedError('OPERATION_TIMEOUT', `the operation was not answered within ${seconds} s, and was given up`, {
    hint: 'ask for less at once; a mutation may have happened all the same: look before you send it again',
  });
}
