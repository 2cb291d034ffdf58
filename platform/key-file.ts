/** The file of a data folder that holds the key of its pseudonyms. By itself: who only knows the name need not load cryptography, two megabytes of it. */
export const KEY_FILE = 'pseudonym.key';

/** The file that holds the key of the audit log's seals. */
export const AUDIT_KEY_FILE = 'audit.key';
