import type { Region } from '#domain/region.js';
import type { Region as RegionType } from './region.type.js';

/** A region as its resolvers see it: what is shown, and the key of what is looked up when asked for. */
export interface RegionNode extends RegionType {
  readonly parentCode: string | null;
}

export function toRegion({ code, name, kind, parentCode }: Region): RegionNode {
  return { code, name, kind, parentCode };
}
