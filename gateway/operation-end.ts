import type { CodedError } from '#domain/errors/coded-error.js';

/**
 * That an operation ends before it is answered. Not an AbortSignal: to make one and to listen to it takes a tenth of the time
 * in which a query over all subgraphs is answered.
 */
export class OperationEnd {
  #reason: CodedError | null = null;
  readonly #listeners = new Set<(reason: CodedError) => void>();

  /** Null until it ends. */
  get reason(): CodedError | null {
    return this.#reason;
  }

  /** Once; who listens hears it now. */
  come(reason: CodedError): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    for (const listener of this.#listeners) listener(reason);
    this.#listeners.clear();
  }

  /** Where it has come already the listener hears it at once. Gives what ends the listening. */
  listen(listener: (reason: CodedError) => void): () => void {
    if (this.#reason !== null) listener(this.#reason);
    else this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Of the operation of a context; undefined where nothing ends it early. */
export function operationEndOf(context: unknown): OperationEnd | undefined {
  return (context as { readonly operationEnd?: OperationEnd } | null | undefined)?.operationEnd;
}
