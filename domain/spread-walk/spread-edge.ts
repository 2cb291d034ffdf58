/** The way of a walk: with the spread, to whoever amplified an account, or against it, to whom the account amplified. */
export const WAYS = ['ALONG', 'AGAINST'] as const;
export type Way = (typeof WAYS)[number];

/** `to` amplified `from`, `weight` times: the spread went from `from` to `to`. */
export interface SpreadEdge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** The account that an edge leads to when it is walked that way. */
export function farEnd(edge: SpreadEdge, way: Way): string {
  return way === 'ALONG' ? edge.to : edge.from;
}

/** The account that it comes from. */
export function nearEnd(edge: SpreadEdge, way: Way): string {
  return way === 'ALONG' ? edge.from : edge.to;
}
