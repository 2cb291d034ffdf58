/**
 * The id of an account of which only the handle is known: lower case, with '@', so that a handle of digits is not taken
 * for the number that a platform gives its accounts. '' where there is no handle.
 */
export function handleId(handle: string): string {
  const name = handle.trim().replace(/^@+/, '').toLowerCase();
  return name === '' ? '' : `@${name}`;
}
