/** What may be over in a moment: the same request, sent again, may be answered. */
const PASSING: readonly string[] = [
  'AUDIT_UNAVAILABLE',
  'ISSUER_UNAVAILABLE',
  'RATE_LIMITED',
  'STORE_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'UNREACHABLE',
];

/** By status, where an answer is not of the hub itself but of something before it, such as a proxy. */
const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED' };

interface Told {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly at?: string; readonly hint?: string };
}

/** A fault that the hub told, by its code (docs/errors.md), or UNREACHABLE where nothing answered. */
export class HubError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  /** How long to wait before asking again, where the hub says so. */
  readonly retryAfterMs: number;
  /** What came in spite of it: a part that fails costs its own fields alone. */
  readonly partial: unknown;

  constructor({ message, extensions = {} }: Told, details: { retryAfterMs?: number; partial?: unknown } = {}) {
    super(extensions.at ? `${message} (at ${extensions.at})` : message);
    this.name = 'HubError';
    this.code = extensions.code ?? 'UNREACHABLE';
    this.hint = extensions.hint;
    this.retryAfterMs = details.retryAfterMs ?? 0;
    this.partial = details.partial;
  }

  get mayPass(): boolean {
    return PASSING.includes(this.code);
  }
}

/** Of several faults the one that asking again does not mend. */
export function errorOf(told: readonly Told[], partial: unknown, retryAfterMs = 0): HubError {
  const errors = told.map((one) => new HubError(one, { retryAfterMs, partial }));
  return errors.find(({ mayPass }) => !mayPass) ?? errors[0]!;
}

/** The fault that an answer tells which carries no data; its body is a GraphQL answer, or of something before the hub. */
export async function errorOfResponse(response: Response): Promise<HubError> {
  const retryAfterMs = waitAskedFor(response);
  const told = await response.json().then(
    ({ errors }: { errors?: Told[] }) => errors ?? [],
    () => [],
  );
  if (told.length > 0) return errorOf(told, undefined, retryAfterMs);
  const code = CODES[response.status] ?? 'UNREACHABLE';
  return new HubError({ message: `the hub answers ${response.status}`, extensions: { code } }, { retryAfterMs });
}

/** Retry-After is in seconds, or a date (RFC 9110, 10.2.3). */
export function waitAskedFor({ headers }: Response): number {
  const asked = headers.get('retry-after');
  if (asked === null) return 0;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
