export const AGENCY_KINDS = ['MINISTRY', 'INSTITUTION', 'PROVINCE', 'REGENCY', 'CITY', 'UNIT'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** A ministry, institution, province, regency, city or unit (OPD). */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: AgencyKind;
  /** Kemendagri code of the region it serves; a national agency has the region of its seat. */
  readonly regionCode: string;
  readonly parentId: string | null;
}
