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
};
