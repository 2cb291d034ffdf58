import { closeSync, openSync, writeSync } from 'node:fs';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const HEADER = 'object_id,account_id,content_id,timestamp_share\n';
const START = 1_700_000_000;
/** Accounts, and seconds between new objects, that any number of actions has alike: only the time they take grows. */
const ACTIONS_OF_ACCOUNT = 4;
const MOST_SHARES = 2000;
const MEAN_DELAY = 6 * 3600;
const ROWS_AT_ONCE = 5000;

/** Writes shares of posts, most of few shares and some of many, all by ids of 19 digits in the order of posts. */
export function writeSimulatedActions(path: string, actions: number, seed = 1): void {
  const random = xoroshiro128plus(seed);
  const next = () => uniformFloat64(random);
  const accounts = Math.ceil(actions / ACTIONS_OF_ACCOUNT);
  const file = openSync(path, 'w');
  writeSync(file, HEADER);
  let rows: string[] = [];
  for (let action = 0, object = 0, left = 0; action < actions; action++) {
    if (left === 0) {
      object += 1;
      left = Math.min(MOST_SHARES, Math.ceil(1 / (1 - next())));
    }
    left -= 1;
    const at = START + object * 20 + Math.floor(-Math.log(1 - next()) * MEAN_DELAY);
    const account = 1_000_000_000 + Math.floor(next() * accounts);
    rows.push(`1${idDigits(object)},1${idDigits(account)},1${idDigits(action)},${at}\n`);
    if (rows.length < ROWS_AT_ONCE && action < actions - 1) continue;
    writeSync(file, rows.join(''));
    rows = [];
  }
  closeSync(file);
}

function idDigits(number: number): string {
  return String(number).padStart(18, '0');
}
