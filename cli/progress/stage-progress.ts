import { type Progress, STAGES } from '#domain/run.js';
import type { ProgressBar } from './progress-bar.js';

/** Shows the stages of a run on a bar, as `map  2/6`. */
export function showStages(bar: ProgressBar): (progress: Progress) => void {
  return ({ stage, done, total }) => {
    const title = `${stage}  ${STAGES.indexOf(stage) + 1}/${STAGES.length}`;
    bar.update({ title, done, total });
  };
}
