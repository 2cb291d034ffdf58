import { JSONParser } from '@streamparser/json';

/**
 * The fields of a JSON value by their paths, elements of an array as `[]`, with the first plain value of each: what a
 * format is told by, also where the value is longer than what was read of it.
 */
export type JsonShape = ReadonlyMap<string, unknown>;

const MOST_LINES = 200;
const DEEPEST = 8;

/** The shapes of the first values of JSON Lines, or that of the document whose beginning this is. */
export function jsonShapes(text: string): JsonShape[] {
  const start = text.trimStart();
  if (start.startsWith('[')) return [documentShape(start)];
  const lines = start.split('\n', MOST_LINES);
  const whole = lines.flatMap((line) => shapeOfLine(line));
  if (whole.length > 0) return whole;
  return start.startsWith('{') ? [documentShape(start)] : [];
}

function shapeOfLine(line: string): JsonShape[] {
  if (!line.startsWith('{') && !line.startsWith('[')) return [];
  try {
    const shape = new Map<string, unknown>();
    walk(JSON.parse(line), '', 0, shape);
    return [shape];
  } catch {
    return [];
  }
}

function walk(value: unknown, path: string, depth: number, shape: Map<string, unknown>): void {
  if (path !== '' && (!shape.has(path) || shape.get(path) === undefined)) shape.set(path, plain(value));
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
  for (const [key, inner] of Object.entries(value)) walk(inner, joined(path, value, key), depth + 1, shape);
}

function joined(path: string, parent: object, key: string): string {
  if (Array.isArray(parent)) return path === '' ? '' : `${path}[]`;
  return path === '' ? key : `${path}.${key}`;
}

function plain(value: unknown): unknown {
  return value === null || typeof value === 'object' ? undefined : value;
}

function documentShape(text: string): JsonShape {
  const shape = new Map<string, unknown>();
  const parser = new JSONParser({ keepStack: true });
  parser.onValue = ({ value, key, stack }) => {
    const keys = [...stack.slice(1).map((level) => level.key), key];
    const path = keys.reduce<string>((before, one) => stepped(before, one), '');
    if (path === '') return;
    if (!shape.has(path) || shape.get(path) === undefined) shape.set(path, plain(value));
  };
  parser.onError = () => undefined;
  try {
    parser.write(text);
  } catch {
    // What came before the fault has been seen.
  }
  return shape;
}

function stepped(path: string, key: string | number | undefined): string {
  if (key === undefined) return path;
  if (typeof key === 'number') return path === '' ? '' : `${path}[]`;
  return path === '' ? key : `${path}.${key}`;
}
