import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

// A parsed document takes a hundred bytes of memory for each of its characters, and what is prepared for it stays as long.
const MOST_CHARACTERS = 512 * 1024;
const MOST_DOCUMENTS = 1024;

/** Parsed documents by their texts, the last ones asked, within some 50 MiB: whoever asks chooses how long they are. */
export function documentCaches() {
  return {
    documentCache: new LRUCache<string, DocumentNode>({
      max: MOST_DOCUMENTS,
      maxSize: MOST_CHARACTERS,
      sizeCalculation: (_, text) => text.length,
    }),
    errorCache: NOTHING_KEPT,
    // Errors again, with their requests.
    validationCache: false,
  };
}

/** Whoever sends what cannot be parsed sends it once, and an error holds on to the request in which it was made. */
const NOTHING_KEPT = {
  get: (_text: string): GraphQLError | undefined => undefined,
  set: (): void => undefined,
};

/** Validates no document twice that was found valid. */
export function validOnce(): Plugin {
  const valid = new WeakSet<DocumentNode>();
  return {
    onValidate: ({ params: { documentAST }, setResult }) => {
      if (valid.has(documentAST)) setResult([]);
      return ({ valid: isValid }) => {
        if (isValid) valid.add(documentAST);
      };
    },
  };
}

/** Refuses documents of more tokens, while they are read. */
export function tokensPlugin(maxTokens: number): Plugin {
  return {
    onParse: ({ setParseFn }) =>
      setParseFn((source: Parameters<typeof parse>[0], options: Parameters<typeof parse>[1]) => {
        try {
          return parse(source, { ...options, maxTokens });
        } catch (error) {
          throw error instanceof GraphQLError ? withoutParser(error) : error;
        }
      }),
  };
}

/** The stack of an error holds the parser, and that a megabyte of tokens, until the engine next collects all of its heap. */
function withoutParser({ message, source, positions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { source, positions });
}
