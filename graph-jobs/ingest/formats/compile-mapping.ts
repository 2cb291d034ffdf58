import { ACCOUNT_LAYERS } from '#domain/account.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { AccountRecord, IngestRecord } from '#domain/ingest-record.js';
import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import { type ColumnIndex, compileList, compileText, type Fields } from './compile-source.js';
import { compileTime } from './compile-time.js';
import type { CsvMapping, TextSource } from './csv-mapping.js';
import { FieldFault } from './field-fault.js';
import {
  languageTag,
  normalHashtags,
  oneOf,
  plainText,
  platformName,
  regionCode,
  requiredId,
  webAddresses,
  wholeNumber,
} from './field-rules.js';
import type { FormatOptions } from './format-options.js';
import { soundMention } from './mention-rules.js';

/**
 * Makes one function of a mapping that turns the fields of a row into a record; done once, so that a row costs no look
 * into the mapping. Throws BAD_MAPPING; the function throws FieldFault.
 */
export function compileMapping(
  mapping: CsvMapping,
  index: ColumnIndex,
  options: FormatOptions,
): (fields: Fields) => IngestRecord {
  const optional = (source: TextSource | undefined, path: string) =>
    source === undefined ? () => '' : compileText(source, path, index);
  const id = compileText(mapping.id, 'id', index);
  const kind = mapping.kind === undefined ? () => 'ORIGINAL' : compileText(mapping.kind, 'kind', index);
  const stream = optional(mapping.stream, 'stream');
  const publishedAt = compileTime(mapping.publishedAt, 'publishedAt', index, options.now);
  const parent = optional(mapping.parent, 'parent');
  const text = optional(mapping.text, 'text');
  const urls = compileList(mapping.urls, 'urls', index);
  const hashtags = compileList(mapping.hashtags, 'hashtags', index);
  const media = compileList(mapping.media, 'media', index);
  const region = optional(mapping.region, 'region');
  const language = optional(mapping.language, 'language');
  const account = compileAccount(mapping, index, options);
  const usualStream = options.stream ?? 'SOCIAL';

  return (fields) => {
    const time = publishedAt(fields);
    if (time === null) throw new FieldFault('publishedAt', 'is empty');
    const parentId = parent(fields);
    const regionText = region(fields);
    const languageText = language(fields);
    const mention = soundMention({
      nativeId: requiredId('id', id(fields)),
      kind: oneOf('kind', kind(fields), MENTION_KINDS),
      stream: oneOf('stream', stream(fields) || usualStream, STREAMS),
      account: account(fields),
      publishedAt: time,
      parentNativeId: parentId === '' ? null : requiredId('parent', parentId),
      text: plainText('text', text(fields)),
      urls: webAddresses('urls', urls(fields)),
      hashtags: normalHashtags('hashtags', hashtags(fields)),
      mediaHashes: media(fields),
      regionCode: regionText === '' ? null : regionCode('region', regionText),
      language: languageText === '' ? null : languageTag('language', languageText),
    });
    return { type: 'mention', mention };
  };
}

function compileAccount(mapping: CsvMapping, index: ColumnIndex, options: FormatOptions) {
  const { account } = mapping;
  const optional = (key: 'handle' | 'displayName' | 'followers' | 'newsOutlet' | 'agency' | 'layer') => {
    const source = account[key];
    return source === undefined ? null : compileText(source, `account.${key}`, index);
  };
  const platform = compilePlatform(mapping, index, options);
  const id = compileText(account.id, 'account.id', index);
  const handle = optional('handle');
  const displayName = optional('displayName');
  const followers = optional('followers');
  const newsOutlet = optional('newsOutlet');
  const agency = optional('agency');
  const layer = optional('layer');
  const createdAt =
    account.createdAt === undefined ? null : compileTime(account.createdAt, 'account.createdAt', index, options.now);

  return (fields: Fields): AccountRecord => ({
    platform: platform(fields),
    nativeId: requiredId('account.id', id(fields)),
    handle: given(handle, fields, (text) => plainText('account.handle', text)),
    displayName: given(displayName, fields, (text) => plainText('account.displayName', text)),
    followers: given(followers, fields, (text) => wholeNumber('account.followers', text)),
    createdAt: createdAt?.(fields) ?? undefined,
    newsOutlet: given(newsOutlet, fields, (text) => oneOf('account.newsOutlet', text, ['true', 'false']) === 'true'),
    agencyId: given(agency, fields, (text) => requiredId('account.agency', text)),
    layer: given(layer, fields, (text) => oneOf('account.layer', text, ACCOUNT_LAYERS)),
  });
}

function given<T>(source: ((fields: Fields) => string) | null, fields: Fields, convert: (text: string) => T) {
  if (source === null) return undefined;
  const text = source(fields);
  return text === '' ? undefined : convert(text);
}

/** A platform that is the same for all rows is checked once, and then shared by them. */
function compilePlatform({ platform }: CsvMapping, index: ColumnIndex, options: FormatOptions) {
  const source = platform ?? (options.platform === undefined ? undefined : { constant: options.platform });
  if (source === undefined)
    throw new CodedError('BAD_MAPPING', 'neither the mapping nor the command line names the platform', {
      at: 'platform',
      hint: 'add "platform": {"constant": "..."} to the mapping, or --platform to the command',
    });
  const text = compileText(source, 'platform', index);
  if (!('constant' in source)) return (fields: Fields) => platformName('platform', text(fields));
  try {
    const name = platformName('platform', source.constant);
    return () => name;
  } catch (cause) {
    throw new CodedError('BAD_MAPPING', (cause as FieldFault).message, { at: 'platform', cause });
  }
}
