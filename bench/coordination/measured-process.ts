import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { compiledModule } from '#platform/package-root.js';

export interface MeasuredProcess {
  readonly seconds: number;
  /** Of all processes together: what a busy machine does not change much. */
  readonly processorSeconds: number;
  /** Of the largest process, when the command starts several. */
  readonly peakMiB: number;
  readonly exitCode: number;
}

// Node tells the peak memory of itself only; Python, which the peer needs in any case, tells that of its children.
const MEASURE = `
import json, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
processor = used.ru_utime + used.ru_stime
print(json.dumps({'seconds': seconds, 'processorSeconds': processor, 'peakMiB': used.ru_maxrss // 1024, 'exitCode': code}))
`;

/** Runs a command as a process of its own, from start to exit. */
export function measuredProcess(command: string, words: readonly string[]): MeasuredProcess {
  return JSON.parse(
    execFileSync('python3', ['-c', MEASURE, command, ...words], { encoding: 'utf8' }),
  ) as MeasuredProcess;
}

/**
 * `jejaring` with these words, so many times: the run whose time is the middle one. Of a few seconds, one run alone may meet whatever
 * else the machine does. `output` is removed before each: replacing a file of tens of megabytes takes the system time that writing
 * a new one, as users and peers do, does not.
 */
export function middleOfRuns(runs: number, words: readonly string[], output: string): MeasuredProcess {
  const outcomes = Array.from({ length: runs }, () => {
    rmSync(output, { force: true });
    return measuredProcess(process.execPath, [compiledModule('cli/main.js'), ...words]);
  });
  return outcomes.sort((one, other) => one.seconds - other.seconds)[runs >> 1]!;
}
