import type { Agency } from '#domain/agency.js';
import type { Agency as AgencyType } from './agency.type.js';

/** An agency as its resolvers see it: what is shown, and the keys of what is looked up when asked for. */
export interface AgencyNode extends AgencyType {
  readonly regionCode: string;
  readonly parentId: string | null;
}

export function toAgency({ id, name, shortName, kind, regionCode, parentId }: Agency): AgencyNode {
  return { id, name, shortName, kind, regionCode, parentId };
}
