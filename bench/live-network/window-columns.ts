import type { ActionColumns } from '#domain/action.js';

/**
 * Some rows with codes of their own, from 0 without gaps: counting anew must not pay for accounts and objects that are not
 * there. `accountOf` gives the codes before.
 */
export function windowColumns(
  of: ActionColumns,
  first: number,
  end: number,
): { readonly columns: ActionColumns; readonly accountOf: Uint32Array } {
  const account = recoded(of.account.subarray(first, end));
  const object = recoded(of.object.subarray(first, end));
  const columns = {
    behaviour: of.behaviour,
    length: end - first,
    account: account.codes,
    object: object.codes,
    time: of.time.subarray(first, end),
    mention: of.mention.subarray(first, end),
    accountCount: account.old.length,
    objectCount: object.old.length,
  };
  return { columns, accountOf: account.old };
}

function recoded(column: Uint32Array): { readonly codes: Uint32Array; readonly old: Uint32Array } {
  const known = new Map<number, number>();
  const codes = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const code = known.get(column[row]!) ?? known.size;
    if (code === known.size) known.set(column[row]!, code);
    codes[row] = code;
  }
  return { codes, old: Uint32Array.from(known.keys()) };
}
