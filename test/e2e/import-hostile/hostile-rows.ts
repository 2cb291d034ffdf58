import { randomLcg } from 'd3-random';

/** Damage that one row can have; truncated gzip, the twelfth kind, is done to the file as a whole. */
export const DAMAGES = [
  'broken quotes',
  'wrong encoding',
  'huge field',
  'bad date',
  'null byte',
  'duplicate id',
  'self-parent',
  'parent cycle',
  'future date',
  'empty id',
  'wrong type',
] as const;
export type Damage = (typeof DAMAGES)[number];

export interface HostileRow {
  readonly id: string;
  readonly account: string;
  readonly followers: string;
  /** Unix seconds. */
  readonly at: string;
  readonly parent: string;
  readonly text: string;
  readonly damage: Damage | null;
}

const START = Date.UTC(2026, 0, 1) / 1000;
const HUGE = (1 << 20) + 100;

/** `count` rows, about one in eight damaged; the same seed gives the same rows. */
export function hostileRows(count: number, seed: number): HostileRow[] {
  const random = randomLcg(seed);
  const rows: HostileRow[] = [];
  for (let i = 0; i < count; i += 1) {
    const plain: HostileRow = {
      id: `m${i}`,
      account: `a${Math.floor(random() * 500)}`,
      followers: `${Math.floor(random() * 1000)}`,
      at: `${START + i}`,
      parent: '',
      text: random() < 0.15 ? `teks "${i}",\nbaris kedua; é` : `teks ${i} é`,
      damage: null,
    };
    const chosen = DAMAGES[Math.floor(random() * DAMAGES.length * 8)] ?? null;
    const damage = chosen === 'huge field' && random() > 0.1 ? null : chosen;
    rows.push(damage === null ? plain : damaged(plain, damage, rows, random));
  }
  return rows;
}

function damaged(row: HostileRow, damage: Damage, before: HostileRow[], random: () => number): HostileRow {
  const good = before.filter((one) => one.damage === null);
  const target = good[Math.floor(random() * good.length)];
  switch (damage) {
    case 'huge field':
      return { ...row, text: 'x'.repeat(HUGE), damage };
    case 'bad date':
      return { ...row, at: random() < 0.5 ? '' : 'kemarin', damage };
    case 'duplicate id':
      return target === undefined ? row : { ...row, id: target.id, damage };
    case 'self-parent':
      return { ...row, parent: row.id, damage };
    case 'parent cycle':
      return closeCycle(row, target, before);
    case 'future date':
      return { ...row, at: '4000000000', damage };
    case 'empty id':
      return { ...row, id: '', damage };
    case 'wrong type':
      return { ...row, followers: 'banyak', damage };
    default:
      return { ...row, text: `teks ${row.id}`, damage };
  }
}

/** Makes a good row of before the child of this one and this one its child: this one then closes the circle. */
function closeCycle(row: HostileRow, target: HostileRow | undefined, before: HostileRow[]): HostileRow {
  if (target === undefined || target.parent !== '') return row;
  before[before.indexOf(target)] = { ...target, parent: row.id };
  return { ...row, parent: target.id, damage: 'parent cycle' };
}
