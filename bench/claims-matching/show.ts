/** One of the lines that the issue asks to be shown: whether the figures above it hold it. What does not ends the bench with 1. */
export function printShow(what: string, holds: boolean, figures: string): void {
  console.log(`${holds ? 'holds' : 'does not hold'}: ${what}: ${figures}`);
  if (!holds) process.exitCode = 1;
}
