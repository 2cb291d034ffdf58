import { setTimeout as sleep } from 'node:timers/promises';

import { print, type TypedQueryDocumentNode } from 'graphql';
import { followHub } from './follow-hub.js';
import { errorOf, errorOfResponse, HubError, waitAskedFor } from './hub-error.js';
import { isRepeatable, type Patience, withRetries } from './retry.js';

export interface HubOptions {
  /** The GraphQL endpoint, as https://hub.example/graphql. */
  readonly url: string;
  /** An API key ("jejaring keys issue") or a token; absent for a hub without access control. */
  readonly key?: string | undefined;
  readonly patience?: Patience;
}

type Variables = Record<string, unknown>;

/** One page of a list of the hub. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Asks a hub, with the types of what is asked for. */
export class HubClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #patience: Patience;

  constructor({ url, key, patience = { attempts: 5, wait: sleep } }: HubOptions) {
    this.#url = url;
    this.#headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    this.#patience = patience;
  }

  /** Throws HubError, with what came in spite of it in `partial`. */
  ask<Data, V extends Variables>(document: TypedQueryDocumentNode<Data, V>, variables: V): Promise<Data> {
    const body = JSON.stringify({ query: print(document), variables });
    return withRetries(() => this.#send<Data>(body), isRepeatable(document, variables), this.#patience);
  }

  /** All items of a list, page by page, as far as somebody reads; `pageOf` says where in the answer the list is. */
  async *itemsOf<Data, V extends Variables, Node>(
    document: TypedQueryDocumentNode<Data, V>,
    variables: V,
    pageOf: (data: Data) => Page<Node>,
  ): AsyncGenerator<Node, void> {
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: Page<Node> = pageOf(await this.ask(document, { ...variables, after }));
      yield* nodes;
      if (!pageInfo.hasNextPage) return;
      after = pageInfo.endCursor;
    }
  }

  /** The events of a subscription until somebody stops reading; one that ends is begun again. */
  follow<Data, V extends Variables>(
    document: TypedQueryDocumentNode<Data, V>,
    variables: V,
  ): AsyncGenerator<Data, void> {
    return followHub({ url: this.#url, headers: this.#headers, patience: this.#patience }, document, variables);
  }

  async #send<Data>(body: string): Promise<Data> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...this.#headers };
    const response = await fetch(this.#url, { method: 'POST', headers, body }).catch((error: Error) => {
      throw new HubError({ message: `the hub cannot be reached: ${error.message}` });
    });
    if (!response.ok) throw await errorOfResponse(response);
    const { data, errors } = await response.json().catch((error: Error) => {
      throw new HubError({ message: `the answer broke off: ${error.message}` });
    });
    if (errors?.length > 0) throw errorOf(errors, data, waitAskedFor(response));
    return data;
  }
}
