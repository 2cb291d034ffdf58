/**
 * A count over accounts that a caller does not see: null where it is so small that it tells of single people. Nobody at all is
 * told. Whatever follows from a count that is not told must not be told either: see RegionalGroup.
 */
export function toldCount(accounts: number, leastCell: number): number | null {
  return accounts === 0 || accounts >= leastCell ? accounts : null;
}
