/** Asks one part of a service whether it answers; rejects when it does not. */
export type Probe = () => Promise<unknown>;

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, 'ok' | 'no answer'>>;
}

const PATIENCE_MS = 2000;

/** Asks all parts at once; one that has not answered after two seconds counts as silent. */
export async function readiness(probes: Readonly<Record<string, Probe>>): Promise<Readiness> {
  const asked = await Promise.all(
    Object.entries(probes).map(
      async ([part, probe]) => [part, (await hasAnswered(probe)) ? 'ok' : 'no answer'] as const,
    ),
  );
  return { ready: asked.every(([, answer]) => answer === 'ok'), parts: Object.fromEntries(asked) };
}

async function hasAnswered(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const answer = probe().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
