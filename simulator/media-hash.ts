import type { Random } from './random.js';

/** 64 bits, as a perceptual hash of a picture has. */
export function mediaHash(random: Random): string {
  return [0, 0]
    .map(() =>
      random
        .below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}
