import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { AccountLayer } from '#domain/account.js';
import type { AccountRecord, IngestRecord } from '#domain/ingest-record.js';
import type { MentionKind, Stream } from '#domain/mention.js';
import { readJsonValues } from '../read/json-values.js';
import { WHOLE_ROW } from '../read/raw-row.js';
import type { SourceFile } from '../read/source-file.js';
import { FieldFault } from './field-fault.js';
import { normalHashtags, pastTime, plainText, requiredId, webAddresses } from './field-rules.js';
import type { FormatOptions } from './format-options.js';
import { soundMention } from './mention-rules.js';
import { convertRows, type ParsedRows } from './parsed-row.js';
import { firstError, schemaValidator } from './schema-validator.js';

const SCHEMA = 'jejaring-record.schema.json';

/** Reads our own format: JSON Lines, or a JSON array, of the records that schemas/jejaring-record.schema.json describes. */
export async function* readJejaring(source: SourceFile, { now }: FormatOptions): ParsedRows {
  const validators = {
    mention: schemaValidator(SCHEMA, '/$defs/mention'),
    account: schemaValidator(SCHEMA, '/$defs/account'),
  };
  const convert = (value: unknown): IngestRecord => {
    const { type } = (value ?? {}) as { type?: unknown };
    if (type === 'mention') return toMention(checked(validators.mention, value), now);
    if (type === 'account') {
      const line = checked<AccountLine>(validators.account, value);
      return { type: 'account', account: toAccount(line, line.platform, now, '') };
    }
    throw new FieldFault('type', 'must be "mention" or "account"');
  };
  for await (const rows of readJsonValues(source)) yield convertRows(rows, convert);
}

interface AccountFields {
  readonly id: string;
  readonly handle?: string;
  readonly displayName?: string;
  readonly followers?: number;
  readonly createdAt?: string | number;
  readonly newsOutlet?: boolean;
  readonly agency?: string;
  readonly layer?: AccountLayer;
}

interface AccountLine extends AccountFields {
  readonly platform: string;
}

interface MentionLine {
  readonly platform: string;
  readonly id: string;
  readonly kind: MentionKind;
  readonly stream?: Stream;
  readonly account: AccountFields;
  readonly publishedAt: string | number;
  readonly parent?: string | null;
  readonly text?: string;
  readonly urls?: readonly string[];
  readonly hashtags?: readonly string[];
  readonly media?: readonly string[];
  readonly region?: string | null;
  readonly language?: string | null;
}

function checked<T>(validate: ValidateFunction, value: unknown): T {
  if (validate(value)) return value as T;
  const { path, reason } = firstError(validate.errors);
  throw new FieldFault(path === '' ? WHOLE_ROW : path, reason);
}

function toMention(line: MentionLine, now: number): IngestRecord {
  const mention = soundMention({
    nativeId: requiredId('id', line.id),
    kind: line.kind,
    stream: line.stream ?? 'SOCIAL',
    account: toAccount(line.account, line.platform, now, 'account.'),
    publishedAt: pastTime('publishedAt', milliseconds(line.publishedAt), now),
    parentNativeId: line.parent ?? null,
    text: plainText('text', line.text ?? ''),
    urls: webAddresses('urls', line.urls ?? []),
    hashtags: normalHashtags('hashtags', line.hashtags ?? []),
    mediaHashes: line.media ?? [],
    regionCode: line.region ?? null,
    language: line.language ?? null,
  });
  return { type: 'mention', mention };
}

function toAccount(line: AccountFields, platform: string, now: number, prefix: string): AccountRecord {
  const { handle, displayName, followers, createdAt, newsOutlet, agency, layer } = line;
  return {
    platform,
    nativeId: requiredId(`${prefix}id`, line.id),
    handle: handle === undefined ? undefined : plainText(`${prefix}handle`, handle),
    displayName: displayName === undefined ? undefined : plainText(`${prefix}displayName`, displayName),
    followers,
    createdAt: createdAt === undefined ? undefined : pastTime(`${prefix}createdAt`, milliseconds(createdAt), now),
    newsOutlet,
    agencyId: agency,
    layer,
  };
}

function milliseconds(time: string | number): number {
  return typeof time === 'number' ? time : Date.parse(time);
}
