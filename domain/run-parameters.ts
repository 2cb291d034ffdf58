import { BEHAVIOURS, type Behaviour } from './action.js';
import { CodedError } from './errors/coded-error.js';
import { DEFAULT_RUN_PARAMETERS, type RunParameters } from './run.js';

type Figure = Exclude<keyof RunParameters, 'behaviours'>;

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

// Above the most, a run would take hours for a result that says nothing. A seed is an Int of GraphQL.
const RANGES: Readonly<Record<Figure, Range>> = {
  windowSeconds: { least: 0, most: 86_400, whole: false },
  minParticipation: { least: 1, most: 1_000_000, whole: true },
  minWeight: { least: 1, most: 1_000_000, whole: true },
  resolution: { least: 0.001, most: 1000, whole: false },
  shuffledCopies: { least: 0, most: 1000, whole: true },
  seed: { least: 0, most: 2_147_483_647, whole: true },
};

/** Parameters as somebody asks for them, on a command line or over the API; null and undefined are left to the default. */
export type AskedParameters = { readonly [Name in keyof RunParameters]?: unknown };

/** What a caller calls the parameters, where it is not as a run calls them: `--window`. */
export type ParameterNames = { readonly [Name in keyof RunParameters]?: string };

/** Parameters as a run takes them, defaults where none were given. Throws BAD_PARAMETERS naming every fault at once. */
export function runParameters(asked: AskedParameters, names: ParameterNames = {}): RunParameters {
  const given = { ...DEFAULT_RUN_PARAMETERS, ...withoutAbsent(asked) };
  const faults = (['behaviours', ...(Object.keys(RANGES) as Figure[])] as const).flatMap((name) => {
    const wanted = name === 'behaviours' ? wantedOfBehaviours(given[name]) : wantedOfFigure(given[name], RANGES[name]);
    return wanted === null ? [] : [{ name, wanted, given: given[name] }];
  });
  if (faults.length > 0) throw bad(faults, names);
  // The order in which they were asked for must not make another run of it.
  const behaviours = BEHAVIOURS.filter((behaviour) => (given.behaviours as readonly Behaviour[]).includes(behaviour));
  return { ...(given as RunParameters), behaviours };
}

function withoutAbsent(asked: AskedParameters): AskedParameters {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined));
}

/** What is wanted instead, null where nothing is wrong. */
function wantedOfBehaviours(given: unknown): string | null {
  const known: readonly unknown[] = BEHAVIOURS;
  const fits = Array.isArray(given) && given.length > 0 && given.every((one) => known.includes(one));
  return fits ? null : `one or more of ${BEHAVIOURS.join(', ')}`;
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
