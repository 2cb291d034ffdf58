export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const ROUNDS = 400;

/** Points of a layout as large as the box allows, at one scale for both axes, discs of radius `r` around them included. */
export function fitted(points: readonly { x: number; y: number }[], radii: readonly number[], box: Box): Disc[] {
  const [across, down] = [extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))];
  const room = radii.reduce((a, b) => Math.max(a, b), 0);
  const scale = Math.min((box.width - 2 * room) / across.size, (box.height - 2 * room) / down.size);
  return points.map(({ x, y }, i) => ({
    x: box.x + box.width / 2 + scale * (x - across.middle),
    y: box.y + box.height / 2 - scale * (y - down.middle),
    r: radii[i]!,
  }));
}

/** Size above 0, so that one point has a scale. */
function extent(values: readonly number[]): { size: number; middle: number } {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { size: Math.max(1e-9, high - low), middle: (low + high) / 2 };
}

/**
 * Pushes discs that cover each other apart, the larger one less far, and keeps them in the box. Pairs are taken in their
 * order, and two in one place part along the x axis: the same discs give the same places.
 */
export function apart(discs: readonly Disc[], gap: number, box: Box): Disc[] {
  const moved = discs.map((disc) => ({ ...disc }));
  for (let round = 0, pushed = true; pushed && round < ROUNDS; round += 1) {
    pushed = false;
    for (let i = 0; i < moved.length; i += 1)
      for (let j = i + 1; j < moved.length; j += 1) pushed = push(moved[i]!, moved[j]!, gap) || pushed;
    for (const disc of moved) keepIn(disc, box);
  }
  return moved;
}

type Moving = { -readonly [Key in keyof Disc]: Disc[Key] };

function push(one: Moving, other: Moving, gap: number): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  const lacking = one.r + other.r + gap - distance;
  if (lacking <= 0.05) return false;
  const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
  const share = other.r ** 2 / (one.r ** 2 + other.r ** 2 || 1);
  one.x -= ux * lacking * share;
  one.y -= uy * lacking * share;
  other.x += ux * lacking * (1 - share);
  other.y += uy * lacking * (1 - share);
  return true;
}

function keepIn(disc: Moving, box: Box): void {
  disc.x = Math.min(box.x + box.width - disc.r, Math.max(box.x + disc.r, disc.x));
  disc.y = Math.min(box.y + box.height - disc.r, Math.max(box.y + disc.r, disc.y));
}
