/** Steps of time too coarse for seconds, longest first. */
export const TIME_STEPS = ['DAY', 'HOUR', 'MINUTE'] as const;
export type TimeStep = (typeof TIME_STEPS)[number];
