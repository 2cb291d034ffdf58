import { seedRegions } from './seed-data.js';

/** Provinces, regencies and cities; the register goes no deeper. */
const PROVINCE = 2;
const REGENCY = 5;

/** The first of these codes that lies in no province and no regency or city that there is; undefined where all do. */
export function unknownRegion(codes: readonly string[]): string | undefined {
  if (codes.length === 0) return undefined;
  const known = new Set(seedRegions().map(({ code }) => code));
  return codes.find((code) => !known.has(code.slice(0, code.length > PROVINCE ? REGENCY : PROVINCE)));
}
