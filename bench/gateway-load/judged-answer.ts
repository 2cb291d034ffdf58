import { KILLED, type Operation } from './operations.js';

/** A GraphQL answer as it came over the wire. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly CodedAnswerError[];
}

interface CodedAnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly at?: string };
}

export type Judgement =
  /** All is there, and as it was before. */
  | { readonly kind: 'whole' }
  /** Fields of the subgraph that is down are null, each with its coded error, and all others are as before. */
  | { readonly kind: 'partial' }
  | { readonly kind: 'wrong'; readonly why: string };

type Path = readonly (string | number)[];

/** What an answer is worth beside the one that was given when all subgraphs answered. */
export function judged(answer: Answer, whole: unknown, { lost }: Pick<Operation, 'lost'>): Judgement {
  const { data, errors = [] } = answer;
  const foreign = errors.find((error) => !isOfKilled(error));
  if (foreign) return wrong(`an error of something else: ${JSON.stringify(foreign)}`);
  const gone: Path[] = [];
  const other = differenceIn(data, whole, [], (path) => gone.push(path));
  if (other) return wrong(`${other.join('.')} is not as it was`);
  const unasked = [...gone, ...errors.map(({ path = [] }) => path)].find(
    (path) => !lost.some((place) => overlap(place.split('.'), named(path))),
  );
  if (unasked) return wrong(`${unasked.join('.')} is gone, or said to be, and is no field of ${KILLED}`);
  const silent = gone.find((path) => !errors.some((error) => overlap(error.path ?? [], path)));
  if (silent) return wrong(`${silent.join('.')} is null, and no error says why`);
  if (gone.length === 0 && errors.length > 0) return wrong('errors, and nothing is null');
  return { kind: gone.length === 0 ? 'whole' : 'partial' };
}

export function isOfKilled({ extensions }: CodedAnswerError): boolean {
  return extensions?.code === 'SUBGRAPH_UNAVAILABLE' && extensions.at === KILLED;
}

/** The first place where a value is another than before; what is null and was not is told to `onLost`. */
function differenceIn(given: unknown, whole: unknown, path: Path, onLost: (path: Path) => void): Path | null {
  if ((given === null || given === undefined) && whole !== null) {
    onLost(path);
    return null;
  }
  if (typeof whole !== 'object' || whole === null) return Object.is(given, whole) ? null : path;
  const [one, other] = [Object.entries(given as object), Object.entries(whole)];
  if (one.length !== other.length) return path;
  for (const [key, value] of other) {
    const step = Array.isArray(whole) ? Number(key) : key;
    const difference = differenceIn((given as Record<string, unknown>)[key], value, [...path, step], onLost);
    if (difference) return difference;
  }
  return null;
}

/** Whether one place lies in the other. */
function overlap(one: Path, other: Path): boolean {
  return one.slice(0, other.length).every((step, i) => step === other[i]);
}

function named(path: Path): Path {
  return path.filter((step) => typeof step === 'string');
}

function wrong(why: string): Judgement {
  return { kind: 'wrong', why };
}
