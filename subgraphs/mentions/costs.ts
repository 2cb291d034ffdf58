import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import type { CostTable } from '#platform/cost-table.js';

/** Buckets: three weeks by hour, sixteen months by day. Longer ones cost no more: a bucket is less work than an object of a page. */
const TIMELINE = 500;
/** Counted anew for each. */
const COUNT = 10;

export const MENTIONS_COSTS: CostTable = {
  weights: { 'Issue.mentionCount': COUNT },
  sizes: {
    'Query.timeline': TIMELINE,
    'Issue.timeline': TIMELINE,
    'TimelineBucket.counts': STREAMS.length * MENTION_KINDS.length,
  },
};
