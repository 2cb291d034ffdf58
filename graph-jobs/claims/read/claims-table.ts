import { badMapping, parseColumnMapping } from '../../csv-file/column-mapping.js';
import { CsvReader, type CsvRows, type Fault } from '../../csv-file/csv-reader.js';
import { readCsvFile } from '../../csv-file/read-csv-file.js';
import { CLAIM_FIELDS, type ClaimField, claimOfFields } from './claim-record.js';
import { type ClaimFault, isFault, type ParsedClaim } from './parsed-claim.js';

export type ClaimsMapping = Readonly<Record<ClaimField, string>>;

/** Columns by their fields' names; what `text=Narasi,…` (or the same as a JSON object) names otherwise. Throws BAD_MAPPING. */
export function parseClaimsMapping(text: string | null): { mapping: ClaimsMapping; named: ReadonlySet<ClaimField> } {
  const hint = `give field=COLUMN,…; the fields are ${CLAIM_FIELDS.join(', ')}`;
  const named = text === null ? new Map<ClaimField, string>() : parseColumnMapping(text, CLAIM_FIELDS, hint);
  const columns = Array.from(named.values());
  if (new Set(columns).size < columns.length) throw badMapping('two fields have the same column', hint);
  const own = Object.fromEntries(CLAIM_FIELDS.map((field) => [field, field])) as ClaimsMapping;
  return { mapping: { ...own, ...Object.fromEntries(named) }, named: new Set(named.keys()) };
}

/** Reads claims from a table: a row a claim, or a row a review where several have the same claim_id. */
export async function readClaimsTable(
  file: string,
  map: string | null,
  take: (parsed: ParsedClaim | ClaimFault) => void,
): Promise<void> {
  await readCsvFile(file, new ClaimsTable(parseClaimsMapping(map), take));
}

class ClaimsTable implements CsvRows {
  readonly columns: ClaimsMapping;
  readonly optional: readonly ClaimField[];
  readonly hint = 'name the columns with --map claim_id=COLUMN,text=COLUMN';
  readonly #take: (parsed: ParsedClaim | ClaimFault) => void;
  readonly #csv: CsvReader;
  readonly #position = new Map<ClaimField, number>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(
    { mapping, named }: ReturnType<typeof parseClaimsMapping>,
    take: (parsed: ParsedClaim | ClaimFault) => void,
  ) {
    this.columns = mapping;
    this.optional = CLAIM_FIELDS.filter((field) => field !== 'claim_id' && field !== 'text' && !named.has(field));
    this.#take = take;
    this.#csv = new CsvReader(this);
  }

  open(column: (field: string) => number): void {
    for (const field of CLAIM_FIELDS) this.#position.set(field, column(field));
  }

  push(chunk: Uint8Array): void {
    this.#csv.push(chunk);
  }

  finish(): void {
    this.#csv.finish();
  }

  row(bytes: Uint8Array, starts: Int32Array, ends: Int32Array): Fault | null {
    const field = (name: ClaimField) => {
      const at = this.#position.get(name)!;
      const text = at < 0 ? '' : this.#decoder.decode(bytes.subarray(starts[at]!, ends[at]!)).trim();
      return text === '' ? null : text;
    };
    try {
      const parsed = claimOfFields(field, [field('url') ?? ''], 0, '');
      if (isFault(parsed)) return { field: this.columns[parsed.field as ClaimField], reason: parsed.fault };
      this.#take(parsed);
      return null;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { field: '', reason: 'is not valid UTF-8' };
    }
  }

  rejected({ line, field, reason }: { line: number; field: string; reason: string }, raw: Uint8Array): void {
    this.#take({ line, field, fault: reason, raw: new TextDecoder().decode(raw).trimEnd() });
  }
}
