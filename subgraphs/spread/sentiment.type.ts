import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { TrendBucket as TrendBucketValue } from '#domain/issue-sentiment.js';
import { describedEnum } from '#platform/described-enum.js';
import { NamedCount } from './run.type.js';

export const TrendBucket = describedEnum<TrendBucketValue>(
  'TrendBucket',
  'How long a bucket of a trend is. Days and weeks begin at midnight in Jakarta (WIB, UTC+7).',
  {
    HOUR: 'One hour; kept for issues of 14 days at most.',
    DAY: 'One day; kept for issues of 400 days at most.',
    WEEK: 'Seven days, from Monday.',
  },
);

@ObjectType({ description: 'A share of the judged texts, 0..1, with the band that holds it.' })
export class SentimentShare {
  @Field(() => Int, { description: 'Texts.' })
  count!: number;

  @Field(() => Float, { description: 'So many of all judged texts.' })
  share!: number;

  @Field(() => Float, { description: 'Lower end of the band.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of the band.' })
  high!: number;
}

@ObjectType({ description: 'The three shares; each band is for its share alone.' })
export class SentimentShares {
  @Field(() => SentimentShare, { description: 'Positive texts.' })
  positive!: SentimentShare;

  @Field(() => SentimentShare, { description: 'Neutral texts.' })
  neutral!: SentimentShare;

  @Field(() => SentimentShare, { description: 'Negative texts.' })
  negative!: SentimentShare;
}

@ObjectType()
class SentimentFigures {
  @Field(() => Int, { description: 'Texts that were judged: so many of judged and abstained together.' })
  judged!: number;

  @Field(() => Int, { description: 'Texts of which nothing is said: another language, or one that cannot be told.' })
  abstained!: number;

  @Field(() => Int, { description: 'Accounts that wrote the judged texts.' })
  accounts!: number;

  @Field(() => Float, {
    description:
      'As many texts, each of an account of its own, say at least as much (Kish 1965): the bands are as wide as theirs.',
  })
  effective!: number;

  @Field(() => SentimentShares, { nullable: true, description: 'Null where no text was judged.' })
  shares!: SentimentShares | null;
}

@ObjectType({ description: 'The texts of one hour, day or week.' })
export class SentimentBucket extends SentimentFigures {
  @Field(() => GraphQLDateTime, { description: 'When the bucket starts.' })
  start!: Date;
}

@ObjectType({
  description:
    'Sentiment in social media, or in news. Each mention counts in one place: government, reposts, empty, abstained or judged.',
})
export class StreamSentiment extends SentimentFigures {
  @Field(() => Int, { description: 'Mentions of the stream.' })
  mentions!: number;

  @Field(() => Int, { description: 'Mentions of accounts that an agency declares: they are in no share.' })
  governmentMentions!: number;

  @Field(() => Int, { description: 'Those accounts.' })
  governmentAccounts!: number;

  @Field(() => Int, { description: 'Reposts: they only repeat their original, which counts where it is.' })
  reposts!: number;

  @Field(() => Int, { description: 'Mentions without a text.' })
  empty!: number;

  @Field(() => [NamedCount], { description: 'Texts of which nothing is said, by language (ISO 639-1, other, untold).' })
  abstainedBy!: readonly NamedCount[];
}

@ObjectType({
  description:
    'How opinion is divided over the texts of an issue. Shares of many texts, never of one person; a model errs in some of them, see `accuracy`, and the bands do not hold that error.',
})
export class IssueSentiment {
  @Field(() => Float, { description: 'Share of held-out texts that the model was right on.' })
  accuracy!: number;

  @Field(() => Float, { description: 'Macro F1 of the model on these.' })
  macroF1!: number;

  @Field(() => Float, { description: 'How often a band holds the share that it is about, 0..1.' })
  confidence!: number;

  @Field(() => StreamSentiment, { description: 'Social media.' })
  social!: StreamSentiment;

  @Field(() => StreamSentiment, { description: 'News, by outlet: what articles sound like, not what people think.' })
  news!: StreamSentiment;
}

@ArgsType()
export class TrendArguments {
  @Field(() => TrendBucket, { defaultValue: 'DAY', description: 'How long a bucket is.' })
  bucket!: TrendBucketValue;
}
