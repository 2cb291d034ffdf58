import type { IssueSentiment, StreamSentiment } from '#domain/issue-sentiment.js';
import { toCounts } from './run.mapper.js';
import type { IssueSentiment as IssueSentimentType, StreamSentiment as StreamSentimentType } from './sentiment.type.js';

/** A stream as its resolver sees it: what is shown, and the trends that can be asked for. */
export interface StreamSentimentNode extends StreamSentimentType {
  readonly trends: StreamSentiment['trend'];
}

export function toSentiment({ model, confidence, streams }: IssueSentiment): IssueSentimentType {
  return { ...model, confidence, social: toStream(streams.SOCIAL), news: toStream(streams.NEWS) };
}

function toStream({ government, abstainedBy, trend, ...same }: StreamSentiment): StreamSentimentNode {
  return {
    ...same,
    governmentMentions: government.mentions,
    governmentAccounts: government.accounts,
    abstainedBy: toCounts(abstainedBy),
    trends: trend,
  };
}
