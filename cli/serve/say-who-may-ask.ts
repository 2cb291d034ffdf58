/** So that nobody takes an open hub for a guarded one, or looks for a credential that none asks for. */
export function sayWhoMayAsk(isControlled: boolean): void {
  console.error(
    isControlled
      ? 'Access control is on: callers send "authorization: Bearer" with an API key or a token (docs/access.md).'
      : 'No access control: whoever reaches this port on this machine may ask everything (docs/access.md).',
  );
}
