import type { CascadeMetrics } from '#domain/cascade.js';
import type { Cascade } from './cascade.type.js';

export function toCascade({ rootId, rootAccountId, startedAt, ...metrics }: CascadeMetrics): Cascade {
  return { ...metrics, root: { id: rootId }, rootAccount: { id: rootAccountId }, startedAt: new Date(startedAt) };
}
