import { type CoTimedGroupNode, toGroup } from './co-timed-group.mapper.js';
import type { SpreadContext } from './context.js';

/** The co-timed group of an id, null where there is none. */
export async function loadGroup(id: string, context: SpreadContext): Promise<CoTimedGroupNode | null> {
  const group = await context.groups.load(id);
  return group && toGroup(group);
}
