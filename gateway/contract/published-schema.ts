import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** What clients of a supergraph can see: without what is inaccessible, and without what is federation's own. */
export function publishedSchema(supergraph: DocumentNode): GraphQLSchema {
  return lexicographicSortSchema(
    buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValid: true, assumeValidSDL: true }),
  );
}

/** The same as text, as it is given to those who write clients. */
export function publishedSdl(supergraph: DocumentNode): string {
  return `${printSchema(publishedSchema(supergraph))}\n`;
}
