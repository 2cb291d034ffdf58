/** Asks one part of a service whether it answers; rejects when it does not, and gives DEGRADED when others stand in for it. */
export type Probe = () => Promise<unknown>;

/** The service does its work without the part, in a lesser way. */
export const DEGRADED = Symbol('degraded');

type PartState = 'ok' | 'degraded' | 'no answer' | 'left alone';

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartState>>;
}

/** A probe rejects with it where it asked nothing: its part gave no answers a moment ago. */
export class NotTried extends Error {}

const PATIENCE_MS = 2000;

/** Asks all parts at once; one that has not answered after two seconds counts as silent. */
export async function readiness(probes: Readonly<Record<string, Probe>>): Promise<Readiness> {
  const asked = await Promise.all(
    Object.entries(probes).map(async ([part, probe]) => [part, await stateOf(probe)] as const),
  );
  return { ready: asked.every(([, state]) => state === 'ok' || state === 'degraded'), parts: Object.fromEntries(asked) };
}

async function stateOf(probe: Probe): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartState>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'no answer');
  });
  const answer = probe().then(
    (state): PartState => (state === DEGRADED ? 'degraded' : 'ok'),
    (error: unknown): PartState => (error instanceof NotTried ? 'left alone' : 'no answer'),
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
