/** Stands beside everything that a watch tells: a cut at a fixed weight says nothing of chance. */
export const THRESHOLD_NOTE =
  'Compatible mode: these pairs passed a fixed threshold. How much of it chance explains is not known, and co-timing alone says nothing of intent.';

/** The next step towards a finding. `actions` is the file that the kept actions were written to. */
export function nextStep(actions: string | undefined, withContents: boolean): string {
  if (actions === undefined)
    return 'Before anything is said of a pair: write the window with --actions FILE and run jejaring coordination on it (calibrated mode), or jejaring map on the issue.';
  const format = withContents ? '' : ' --format csv --map object=object_id,account=account_id,time=timestamp_share';
  return `Before anything is said of a pair: jejaring coordination ${actions} --mode calibrated${format}`;
}
