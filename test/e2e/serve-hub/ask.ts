/** A GraphQL answer as it came over the wire. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query, which only a test knows.
  readonly data?: any;
  readonly errors?: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

/** Asks a GraphQL endpoint one thing. */
export async function ask(url: string, query: string, variables?: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}
