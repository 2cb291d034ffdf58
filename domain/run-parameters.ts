import { BEHAVIOURS, type Behaviour } from './action.js';
import { CodedError } from './errors/coded-error.js';
import { COMMUNITY_METHODS, ENGINE_CHOICES } from './graph-engine.js';
import { DEFAULT_RUN_PARAMETERS, DETECTION_MODES, type DetectionMode, type RunParameters } from './run.js';

type Choice = 'mode' | 'engine' | 'communityMethod';
type Figure = Exclude<keyof RunParameters, 'behaviours' | 'windowsSeconds' | Choice>;
/** What runs had not before there was a choice. */
type Later = Choice | 'fdr' | 'windowsSeconds';

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

// Above the most, a run would take hours for a result that says nothing. A seed is an Int of GraphQL.
const RANGES: Readonly<Record<Figure, Range>> = {
  fdr: { least: 1e-9, most: 0.5, whole: false },
  windowSeconds: { least: 0, most: 86_400, whole: false },
  minParticipation: { least: 1, most: 1_000_000, whole: true },
  minWeight: { least: 1, most: 1_000_000, whole: true },
  resolution: { least: 0.001, most: 1000, whole: false },
  shuffledCopies: { least: 0, most: 1000, whole: true },
  seed: { least: 0, most: 2_147_483_647, whole: true },
};

const CHOICES: Readonly<Record<Choice, readonly string[]>> = {
  mode: DETECTION_MODES,
  engine: ENGINE_CHOICES,
  communityMethod: COMMUNITY_METHODS,
};

/** Each window is a pass of its own over the pairs, and a family of tests more. */
export const MOST_WINDOWS = 8;

/** What only the other mode heeds. */
const OF_OTHER_MODE: Readonly<Record<DetectionMode, readonly (keyof RunParameters)[]>> = {
  CALIBRATED: ['windowSeconds', 'minParticipation', 'minWeight'],
  COMPATIBLE: ['fdr', 'windowsSeconds'],
};

/** Parameters as somebody asks for them, on a command line or over the API; null and undefined are left to the default. */
export type AskedParameters = { readonly [Name in keyof RunParameters]?: unknown };

/** What a caller calls the parameters, where it is not as a run calls them: `--window`. */
export type ParameterNames = { readonly [Name in keyof RunParameters]?: string };

/** Parameters as a run takes them, defaults where none were given. Throws BAD_PARAMETERS naming every fault at once. */
export function runParameters(asked: AskedParameters, names: ParameterNames = {}): RunParameters {
  const given = { ...DEFAULT_RUN_PARAMETERS, ...withoutAbsent(asked) };
  const known = Object.keys(DEFAULT_RUN_PARAMETERS) as (keyof RunParameters)[];
  const faults = known.flatMap((name) => {
    const wanted = wantedOf(name, given[name]);
    return wanted === null ? [] : [{ name, wanted, given: given[name] }];
  });
  faults.push(...engineFaults(given as RunParameters));
  if (faults.length > 0) throw bad(faults, names);
  const unheeded = modeFaults(given as RunParameters);
  if (unheeded.length > 0) throw bad(unheeded, names);
  // The order in which they were asked for must not make another run of it.
  const behaviours = BEHAVIOURS.filter((behaviour) => (given.behaviours as readonly Behaviour[]).includes(behaviour));
  const windowsSeconds = [...new Set((given as RunParameters).windowsSeconds)].sort((a, b) => a - b);
  return { ...(given as RunParameters), behaviours, windowsSeconds };
}

function withoutAbsent(asked: AskedParameters): AskedParameters {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined));
}

/**
 * Parameters as a store kept them, those that came later filled in with what runs did before there was a choice: the
 * mode was the compatible one, the engine this process, the method Louvain.
 */
export function storedParameters(stored: Omit<RunParameters, Later> & Partial<RunParameters>): RunParameters {
  const { fdr, windowsSeconds } = DEFAULT_RUN_PARAMETERS;
  return { mode: 'COMPATIBLE', fdr, windowsSeconds, engine: 'IN_PROCESS', communityMethod: 'LOUVAIN', ...stored };
}

/** What is wanted instead, null where nothing is wrong. */
function wantedOf(name: keyof RunParameters, given: unknown): string | null {
  if (name === 'behaviours') return wantedOfBehaviours(given);
  if (name === 'windowsSeconds') return wantedOfWindows(given);
  if (name === 'mode' || name === 'engine' || name === 'communityMethod') return wantedOfChoice(given, CHOICES[name]);
  return wantedOfFigure(given, RANGES[name]);
}

/** What an engine has not got, whatever server it runs in. */
function engineFaults({ engine, communityMethod, resolution }: RunParameters): ParameterFault[] {
  if (engine === 'IN_PROCESS' && communityMethod === 'LEIDEN')
    return [{ name: 'communityMethod', wanted: 'LOUVAIN with engine IN_PROCESS', given: communityMethod }];
  if (engine === 'GDS' && communityMethod === 'LOUVAIN' && resolution !== 1)
    return [{ name: 'resolution', wanted: '1 with engine GDS, or the method LEIDEN', given: resolution }];
  return [];
}

/** A parameter that changes nothing in this mode and is not as usual: somebody meant it to change something. */
function modeFaults(given: RunParameters): ParameterFault[] {
  const other = given.mode === 'CALIBRATED' ? 'COMPATIBLE' : 'CALIBRATED';
  return OF_OTHER_MODE[given.mode]
    .filter((name) => String(given[name]) !== String(DEFAULT_RUN_PARAMETERS[name]))
    .map((name) => ({ name, wanted: `left out in mode ${given.mode} (it is of ${other})`, given: given[name] }));
}

function wantedOfWindows(given: unknown): string | null {
  const fits =
    Array.isArray(given) &&
    given.length > 0 &&
    given.length <= MOST_WINDOWS &&
    given.every((one) => wantedOfFigure(one, RANGES.windowSeconds) === null);
  return fits ? null : `1 to ${MOST_WINDOWS} numbers from 0 to ${RANGES.windowSeconds.most}`;
}

function wantedOfChoice(given: unknown, choices: readonly string[]): string | null {
  return choices.includes(given as string) ? null : `one of ${choices.join(', ')}`;
}

function wantedOfBehaviours(given: unknown): string | null {
  const known: readonly unknown[] = BEHAVIOURS;
  const fits = Array.isArray(given) && given.length > 0 && given.every((one) => known.includes(one));
  return fits ? null : `one or more of ${BEHAVIOURS.join(', ')}`;
}

/** What is wanted instead of a false discovery rate, null where nothing is wrong: the same on a file as on an issue. */
export function wantedOfRate(given: unknown): string | null {
  return wantedOfFigure(given, RANGES.fdr);
}

function wantedOfFigure(given: unknown, { least, most, whole }: Range): string | null {
  const fits = typeof given === 'number' && given >= least && given <= most && (!whole || Number.isInteger(given));
  return fits ? null : `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
}

interface ParameterFault {
  readonly name: keyof RunParameters;
  readonly wanted: string;
  readonly given: unknown;
}

function bad(faults: readonly ParameterFault[], names: ParameterNames): CodedError {
  const words = faults.map(({ name, wanted, given }) => `${names[name] ?? name}: it must be ${wanted}, not "${given}"`);
  const { name } = faults[0]!;
  return new CodedError('BAD_PARAMETERS', words.join('; '), {
    at: names[name] ?? `parameters.${name}`,
    hint: 'leave a parameter out to have its default; docs/methods.md says what each one does',
  });
}
