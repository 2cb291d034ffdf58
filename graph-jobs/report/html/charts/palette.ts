import type { MentionKind } from '#domain/mention.js';

/**
 * Colours after Okabe and Ito (2008), which people with colour blindness tell apart; kinds are ordered from dark to
 * light so that they stay apart in grey.
 */
export const KIND_COLOURS: Readonly<Record<MentionKind, string>> = {
  ORIGINAL: '#0b3c5d',
  REPOST: '#c8550a',
  REPLY: '#56b4e9',
  QUOTE: '#f0e442',
};

export const NEWS_COLOUR = '#5b5b5b';
export const OTHER_COLOUR = '#b5b5b5';

/** Communities differ in colour and in shape; those beyond the list are drawn alike. */
export const COMMUNITY_MARKS: readonly { readonly colour: string; readonly shape: string }[] = [
  { colour: '#0072b2', shape: 'circle' },
  { colour: '#d55e00', shape: 'rect' },
  { colour: '#009e73', shape: 'triangle' },
  { colour: '#cc79a7', shape: 'diamond' },
  { colour: '#e69f00', shape: 'roundRect' },
  { colour: '#56b4e9', shape: 'pin' },
  { colour: '#6a3d9a', shape: 'arrow' },
  { colour: '#8c6d1f', shape: 'emptyCircle' },
];
