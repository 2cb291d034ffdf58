import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { CodedError } from '#domain/errors/coded-error.js';
import { openOutput, writeAll } from '../../csv-file/output-file.js';
import type { FeedPosition } from './feed/feed-reader.js';
import type { NamedAction } from './named-network.js';
import type { Watch, WatchMemory, WatchParameters } from './watch.js';

const FORMAT = 'jejaring-watch';
const VERSION = 1;
const LINES_AT_ONCE = 1000;

/** Where a watch stands outside itself. */
export interface WatchPlace {
  readonly position: FeedPosition;
  /** The file that the position is in; null for a pipe. */
  readonly inode: number | null;
  /** Bytes of the results written so far: what is beyond them was written after this state, and will be written again. */
  readonly outBytes: number;
  readonly rejected: number;
}

interface Header {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly parameters: WatchParameters;
  readonly memory: WatchMemory;
  readonly place: WatchPlace;
  readonly actions: number;
}

/**
 * Writes all that a watch is: a line of JSON, and a line for each action that is kept; the network follows from these. Into a
 * file beside it that then takes its name, so that a process that is killed leaves the old state or the new one.
 */
export function saveWatch(path: string, watch: Watch, place: WatchPlace): void {
  const draft = `${path}.draft`;
  const file = openOutput(draft, 'state');
  try {
    const { parameters, names } = watch;
    const memory = watch.memory();
    const header: Header = {
      format: FORMAT,
      version: VERSION,
      parameters,
      memory,
      place,
      actions: names.network.length,
    };
    let lines = [JSON.stringify(header)];
    for (const { object, account, content, time } of names.actions()) {
      lines.push(JSON.stringify([object, account, content, time]));
      if (lines.length < LINES_AT_ONCE) continue;
      writeAll(file, Buffer.from(`${lines.join('\n')}\n`));
      lines = [];
    }
    if (lines.length > 0) writeAll(file, Buffer.from(`${lines.join('\n')}\n`));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/**
 * Goes on from a state, if there is one, and gives where it stood. Throws BAD_PARAMETERS when it was made with other
 * parameters (an action that has left cannot be had back), BAD_INPUT_FILE when it is no state or not a whole one.
 */
export async function resumeWatch(path: string, watch: Watch): Promise<WatchPlace | null> {
  if (!existsSync(path)) return null;
  const lines = createInterface({ input: createReadStream(path, 'utf8') })[Symbol.asyncIterator]();
  const first = await lines.next();
  const header = headerOf(path, first.done ? '' : first.value);
  const wrong = Object.entries(header.parameters).find(
    ([name, value]) => watch.parameters[name as keyof WatchParameters] !== value,
  );
  if (wrong !== undefined)
    throw new CodedError('BAD_PARAMETERS', `The state was made with ${optionOf(wrong[0], wrong[1])}`, {
      at: `--state ${path}`,
      hint: 'give the same options as then, or another file to begin anew',
    });
  const actions: NamedAction[] = [];
  for (let line = await lines.next(); !line.done; line = await lines.next()) actions.push(actionOf(path, line.value));
  if (actions.length !== header.actions) throw notAState(path);
  watch.restore(actions, header.memory);
  return header.place;
}

/** A parameter as it is given on the command line. */
function optionOf(name: string, value: number | boolean): string {
  switch (name) {
    case 'windowMs':
    case 'latenessMs':
    case 'everyMs':
      return `--${name.slice(0, -2)} ${Number(value) / 1000}`;
    case 'horizonMs':
      return `--horizon ${Number(value) / 3_600_000}`;
    case 'minWeight':
      return `--min-weight ${value}`;
    case 'withContents':
      return value ? 'a column of content ids' : 'no column of content ids';
    default:
      return `${name} ${value}`;
  }
}

function headerOf(path: string, line: string): Header {
  const header = parsed(path, line) as Partial<Header> | null;
  if (header?.format !== FORMAT) throw notAState(path);
  if (header.version === VERSION) return header as Header;
  throw new CodedError('STORE_TOO_NEW', `The state is of version ${header.version}, this jejaring knows ${VERSION}`, {
    at: `--state ${path}`,
    hint: 'take the version of jejaring that wrote it, or begin anew with another file',
  });
}

function actionOf(path: string, line: string): NamedAction {
  const [object, account, content, time] = parsed(path, line) as [string, string, string | null, number];
  return { object, account, content, time };
}

function parsed(path: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw notAState(path);
  }
}

function notAState(path: string): CodedError {
  return new CodedError('BAD_INPUT_FILE', 'This is no state of a watch, or not a whole one', {
    at: `--state ${path}`,
    hint: 'give another file; the watch then begins anew',
  });
}

/** The new name is on the disk only when the folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
