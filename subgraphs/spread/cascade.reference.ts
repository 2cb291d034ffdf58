import { toCascade, toCascadeKey } from './cascade.mapper.js';
import type { Cascade } from './cascade.type.js';
import type { SpreadContext } from './context.js';

/** The cascade of an id, null where there is none, or its run gave way to later ones. */
export async function loadCascade(id: string, context: SpreadContext): Promise<Cascade | null> {
  const metrics = await context.cascades.load(id);
  return metrics && toCascade(metrics, toCascadeKey(id).runId);
}
