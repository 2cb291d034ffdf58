import { CodedError } from '#domain/errors/coded-error.js';
import { keyToVerify } from '#store/audit/audit-key.js';
import { type Verification, verifyLog } from '#store/audit/verify-log.js';
import { EXIT } from '../exit-codes.js';
import { ProgressBar } from '../progress/progress-bar.js';
import { stopOnSignal } from '../progress/stop-on-signal.js';
import { auditFolder } from './audit-folder.js';

interface Flags {
  readonly data?: string;
  readonly head?: string;
  readonly after?: string;
  readonly key?: string;
  readonly seals: boolean;
  readonly json?: true;
}

const HASH = /^[0-9a-f]{64}$/;

export async function verifyAudit(flags: Flags): Promise<void> {
  for (const name of ['head', 'after'] as const) mustBeHash(name, flags[name]);
  const { dataFolder, folder } = await auditFolder(flags);
  const key = flags.seals ? keyToVerify(dataFolder, flags.key) : null;
  const { head, after } = flags;
  const signal = stopOnSignal('stopping …');
  const bar = new ProgressBar();
  const onProgress = (done: number, total: number, entries: number) => {
    if (entries % 1000 === 0)
      bar.update({ title: 'verifying', done, total, note: `${entries.toLocaleString('en')} entries` });
  };
  const result = await verifyLog({ folder, key, signal, onProgress, ...(head && { head }), ...(after && { after }) });
  bar.stop();
  if (signal.aborted)
    throw new CodedError('STOPPED', 'the log was not walked to its end', { hint: 'verify again: it begins anew' });
  if (flags.json) console.log(JSON.stringify({ ...result, sealsChecked: key !== null }));
  else print(result, folder, key !== null, head);
  process.exitCode = result.fault === null ? EXIT.done : EXIT.failed;
}

function mustBeHash(name: string, hash: string | undefined): void {
  if (hash === undefined || HASH.test(hash)) return;
  throw new CodedError('BAD_PARAMETERS', `"${hash}" is no hash of an entry`, {
    at: `--${name}`,
    hint: 'it has 64 digits and letters a to f; "jejaring audit head" prints that of the last entry',
  });
}

function print({ entries, files, head, torn, fault }: Verification, folder: string, sealed: boolean, anchor?: string) {
  for (const { file, line, bytes, at } of torn)
    console.log(`${file} line ${line}: a writer was stopped in the middle of it (${bytes} bytes), noted at ${at}`);
  if (fault !== null) {
    const { file, line, byte, message } = fault;
    const place = line > 0 ? `${file} line ${line} (byte ${byte})` : `the end of ${file}`;
    console.log(`AUDIT_BROKEN: ${place}: ${message}`);
    console.log(`${entries} entries before it fit; the last is number ${head.number}, ${head.hash}`);
    console.log(
      `  what to do: keep ${folder} as it is, and compare with a copy; docs/audit.md tells what can have happened`,
    );
    return;
  }
  console.log(
    `${entries} entries in ${files} files fit together${sealed ? ', with their seals' : '; seals were not looked at'}`,
  );
  console.log(`head: ${head.number} ${head.hash}`);
  if (anchor === undefined)
    console.log('Entries cut from the end would not be seen: note the head elsewhere, and verify with --head then.');
}
