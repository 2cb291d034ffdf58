import type { MentionRecord } from '#domain/ingest-record.js';
import { FieldFault } from './field-fault.js';

/** Rules between the fields of a mention. Throws FieldFault. */
export function soundMention(mention: MentionRecord): MentionRecord {
  const { kind, nativeId, parentNativeId } = mention;
  if (parentNativeId === nativeId) throw new FieldFault('parent', 'is the mention itself');
  if (parentNativeId !== null && kind === 'ORIGINAL') throw new FieldFault('parent', 'is given for an ORIGINAL');
  return mention;
}
