import { CodedError } from '#domain/errors/coded-error.js';

const ZIP_MARK = Buffer.from('PK\x03\x04');

/** Throws BAD_INPUT_FILE for what people give in place of a text file: a folder, or a workbook (which is a zip archive). */
export function mustBeTextFile(path: string, isFolder: boolean, head: Uint8Array): void {
  mustBeFile(path, isFolder);
  if (isWorkbook(head))
    throw new CodedError('BAD_INPUT_FILE', `${path} is an Excel workbook or another zip archive`, {
      at: path,
      hint: 'open it and save the sheet as CSV (UTF-8), or unpack the archive, and give that file',
    });
}

/** Throws BAD_INPUT_FILE for a folder. */
export function mustBeFile(path: string, isFolder: boolean): void {
  if (isFolder)
    throw new CodedError('BAD_INPUT_FILE', `${path} is a folder`, { at: path, hint: 'give the files in it: FOLDER/*' });
}

/** Whether a file with this beginning is a workbook, or some other zip archive. */
export function isWorkbook(head: Uint8Array): boolean {
  return ZIP_MARK.equals(head.subarray(0, ZIP_MARK.length));
}
