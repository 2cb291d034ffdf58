/** The loss at a point; its gradient goes into `gradient`. */
export type Loss = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const ENOUGH_DESCENT = 1e-4;
const MOST_HALVINGS = 30;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly curvature: number;
}

/**
 * Minimises a smooth convex loss from `point`, in place: limited-memory BFGS with backtracking (Liu and Nocedal 1989). There is
 * no randomness in it. Ends when a round gains less than `tolerance` of the loss.
 */
export function minimise(loss: Loss, point: Float64Array, mostRounds: number, tolerance: number): void {
  const steps: Step[] = [];
  let gradient = new Float64Array(point.length);
  let value = loss(point, gradient);
  for (let round = 0; round < mostRounds; round++) {
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    const from = point.slice();
    const next = new Float64Array(point.length);
    let size = round === 0 ? 1 / Math.sqrt(Math.max(dot(gradient, gradient), 1)) : 1;
    let reached = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < MOST_HALVINGS; halving++, size /= 2) {
      for (let i = 0; i < point.length; i++) point[i] = from[i]! + size * direction[i]!;
      reached = loss(point, next);
      if (reached <= value + ENOUGH_DESCENT * size * slope) break;
    }
    const moved = direction.map((d) => d * size);
    const turned = next.map((g, i) => g - gradient[i]!);
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) steps.push({ moved, turned, curvature });
    if (steps.length > MEMORY) steps.shift();
    const gain = value - reached;
    gradient = next;
    value = reached;
    if (gain < tolerance * Math.abs(value)) return;
  }
}

/** Where to go down from here: the gradient seen through the curvature of the last steps. */
function descent(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((g) => -g);
  const shares: number[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    const { moved, turned, curvature } = steps[i]!;
    shares[i] = dot(moved, direction) / curvature;
    add(direction, turned, -shares[i]!);
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = last.curvature / dot(last.turned, last.turned);
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  for (const [i, { moved, turned, curvature }] of steps.entries())
    add(direction, moved, shares[i]! - dot(turned, direction) / curvature);
  return direction;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}
