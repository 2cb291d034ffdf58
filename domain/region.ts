export const REGION_KINDS = ['PROVINCE', 'REGENCY', 'CITY'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

/** A province (`31`) or a regency or city (`31.71`) by its Kemendagri code. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly kind: RegionKind;
  readonly parentCode: string | null;
}

const REGION_CODE = /^\d{2}(\.\d{2})?$/;

export function isRegionCode(text: string): boolean {
  return REGION_CODE.test(text);
}

/** The province of a region: the part before the dot. */
export function provinceOf(code: string): string {
  return code.slice(0, 2);
}

/** Whether `code` is `area` or lies in it; provinces hold their regencies and cities. */
export function isWithinRegion(code: string, area: string): boolean {
  return code === area || code.startsWith(`${area}.`);
}
