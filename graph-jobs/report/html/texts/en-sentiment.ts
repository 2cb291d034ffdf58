import type { SentimentTexts } from './sentiment-texts.js';

export const EN_SENTIMENT: SentimentTexts = {
  heading: 'Sentiment of texts',
  lead: (accuracy) =>
    `A model judged each Indonesian text of the data by its words: positive, neutral or negative. On texts that it had not seen it was right on ${accuracy}; on another topic it may err more. Irony and quotes are lost on it. Read shares of many texts, never a single one, and no person’s opinion. News and social media are apart: a sad headline is not an unhappy public.`,
  band: (confidence) =>
    `In brackets the band of each share: it holds with ${confidence} confidence, even where all texts of one account say the same (Wilson 1927, with Kish’s effective number of texts, 1965). The model’s errors come on top of it.`,
  leftOut: 'Not in any share:',
  leftOutOf: (stream, mentions, accounts, reposts, empty) =>
    `${stream}: ${mentions} mentions of ${accounts} accounts that agencies declare as theirs, ${reposts} reposts, which only repeat an original, and ${empty} mentions without a text.`,
  labels: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative' },
  table: 'Sentiment by stream',
  stream: 'Stream',
  judged: 'Texts judged',
  effective: 'Effective number',
  shareOf: (share, low, high) => `${share} (${low}–${high})`,
  trend: { HOUR: 'Social media by hour', DAY: 'Social media by day', WEEK: 'Social media by week' },
  from: 'From',
  alt: (from, to) =>
    `Lines from ${from} to ${to}: shares of positive and negative texts in social media with their bands. The table below has the figures.`,
  bandKey: 'Area: band of the share',
  none: 'No text in social media could be judged.',
};
