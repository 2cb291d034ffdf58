import type { TieTexts } from './tie-texts.js';

export const EN_TIES: TieTexts = {
  by: {
    CO_REPOST: 'reposts',
    CO_LINK: 'links',
    CO_HASHTAG: 'hashtags',
    CO_REPLY: 'replies',
    CO_MEDIA: 'pictures or videos',
    CO_TEXT: 'texts',
    CO_HASHTAG_SET: 'sets of hashtags',
    CO_HASHTAG_SEQUENCE: 'sequences of hashtags',
  },
  tiedBy: (shares) => `Tied by ${shares}`,
  shareOf: {
    CALIBRATED: 'share of the occasions above chance between its members',
    COMPATIBLE: 'share of the pairs of mentions between its members',
  },
  alone: 'What one behaviour alone would give:',
  relations: {
    SAME: () => 'the same group',
    WITHIN: (size) => `a group of ${size} accounts that lies within this one`,
    AROUND: (size) => `a larger group of ${size} accounts that holds all of this one`,
    OVERLAPPING: (size, shared) => `a group that overlaps with this one, ${shared} of its ${size} accounts are in it`,
  },
  alsoIn: (groups) => `others of its accounts are in ${groups}`,
  first: 'First found in this run.',
  since: (run, stableId) => `The same group as in earlier runs, since run ${run} (first found as ${stableId}).`,
  comparedWith: (earlier, stayed, joined, left) =>
    `Compared with ${earlier}: ${stayed} stayed, ${joined} joined, ${left} left.`,
  decided: (decision, finding) =>
    `People ${decision} ${finding}. That was about the group as it was there; this one is for review by itself.`,
  decisions: { CONFIRMED: 'confirmed', DISMISSED: 'dismissed' },
};
