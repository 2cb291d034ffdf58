/** Asks one part of a service whether it answers; rejects when it does not, and gives DEGRADED when others stand in for it. */
export type Probe = () => Promise<unknown>;

/** The service does its work without the part, in a lesser way. */
export const DEGRADED = Symbol('degraded');

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, 'ok' | 'degraded' | 'no answer'>>;
}

const PATIENCE_MS = 2000;

/** Asks all parts at once; one that has not answered after two seconds counts as silent. */
export async function readiness(probes: Readonly<Record<string, Probe>>): Promise<Readiness> {
  const asked = await Promise.all(
    Object.entries(probes).map(async ([part, probe]) => [part, await answerOf(probe)] as const),
  );
  return { ready: asked.every(([, answer]) => answer !== 'no answer'), parts: Object.fromEntries(asked) };
}

type Answer = Readiness['parts'][string];

async function answerOf(probe: Probe): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'no answer');
  });
  const answer = probe().then(
    (state): Answer => (state === DEGRADED ? 'degraded' : 'ok'),
    (): Answer => 'no answer',
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
