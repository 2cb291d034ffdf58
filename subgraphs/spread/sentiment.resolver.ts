import 'reflect-metadata';
import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StreamSentimentNode } from './sentiment.mapper.js';
import { SentimentBucket, StreamSentiment, TrendArguments } from './sentiment.type.js';

@Resolver(() => StreamSentiment)
export class SentimentResolver {
  @FieldResolver(() => [SentimentBucket], {
    nullable: true,
    description:
      'The same over time. Buckets without a text are left out; null for buckets too short for so long an issue.',
  })
  trend(
    @Root() { trends }: StreamSentimentNode,
    @Args(() => TrendArguments) { bucket }: TrendArguments,
  ): SentimentBucket[] | null {
    return trends[bucket]?.map(({ start, ...figures }) => ({ ...figures, start: new Date(start) })) ?? null;
  }
}
