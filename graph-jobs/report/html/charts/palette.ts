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

/** Lines differ in their strokes too. */
export const OPINION_LINES = {
  positive: { colour: '#0072b2', stroke: 'solid' },
  negative: { colour: '#c8550a', stroke: 'dashed' },
} as const;

export const RACE_LINES = {
  TELLS: { colour: '#c8550a', stroke: 'solid' },
  DENIES: { colour: '#0072b2', stroke: 'dashed' },
  CANDIDATE: { colour: '#8a8a8a', stroke: 'dotted' },
} as const;

export const NEWS_COLOUR = '#5b5b5b';

export interface Mark {
  readonly colour: string;
  readonly shape: string;
}

/** For communities without a mark of their own. */
export const OTHER_MARK: Mark = { colour: '#b5b5b5', shape: 'circle' };

/** Marks differ in colour and in shape. */
const MARKS: readonly Mark[] = [
  { colour: '#0072b2', shape: 'circle' },
  { colour: '#d55e00', shape: 'rect' },
  { colour: '#009e73', shape: 'triangle' },
  { colour: '#cc79a7', shape: 'diamond' },
  { colour: '#e69f00', shape: 'roundRect' },
  { colour: '#56b4e9', shape: 'pin' },
  { colour: '#6a3d9a', shape: 'arrow' },
  { colour: '#8c6d1f', shape: 'emptyCircle' },
];

/** The mark of each of the largest communities, drawn or not: the first by number, so that no marks skip one. */
export function communityMarks(): ReadonlyMap<number, Mark> {
  return new Map(MARKS.map((mark, number) => [number, mark]));
}
