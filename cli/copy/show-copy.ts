import { KIND_TITLES, TRANSFER_KINDS } from '#domain/transfer/transfer-kinds.js';
import type { CopyProgress } from '#graph-jobs/copy-store/copy-store.js';
import type { ProgressBar } from '../progress/progress-bar.js';

/** Shows a copy kind by kind: `copy 5/18 accounts`, n of N and the rate since the kind was begun. */
export function showCopy(bar: ProgressBar): (progress: CopyProgress) => void {
  let title = '';
  let began = { at: 0, done: 0 };
  return ({ phase, kind, done, total }) => {
    const shown = `${phase} ${TRANSFER_KINDS.indexOf(kind) + 1}/${TRANSFER_KINDS.length} ${KIND_TITLES[kind]}`;
    if (shown !== title) {
      title = shown;
      began = { at: performance.now(), done };
    }
    const seconds = (performance.now() - began.at) / 1000;
    const rate = done > began.done ? `  ${Math.round((done - began.done) / seconds).toLocaleString('en')}/s` : '';
    const note = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}${rate}`;
    bar.update({ title, done, total, note });
  };
}
