import type { Agency, AgencyKind } from '../agency.js';
import type { Page, PageRequest } from '../paging.js';
import type { Region, RegionKind } from '../region.js';

export interface AgencyFilter {
  readonly kinds?: readonly AgencyKind[];
  /** The region itself and all that lies in it. */
  readonly regionCode?: string;
  readonly parentId?: string;
}

export interface AgencyStore {
  get(ids: readonly string[]): Promise<readonly (Agency | null)[]>;
  /** Ordered by id. */
  page(filter: AgencyFilter, page: PageRequest): Promise<Page<Agency>>;
  /** Adds or replaces; the regions and parents they name must exist. Throws BAD_INPUT_FILE naming those that do not. */
  upsert(agencies: readonly Agency[]): Promise<void>;
}

export interface RegionStore {
  get(codes: readonly string[]): Promise<readonly (Region | null)[]>;
  /** Ordered by code. `parentCode` null asks for provinces. */
  page(filter: { kinds?: readonly RegionKind[]; parentCode?: string | null }, page: PageRequest): Promise<Page<Region>>;
  upsert(regions: readonly Region[]): Promise<void>;
}
