/** The file of a data folder that holds the key of its pseudonyms. By itself: who only knows the name need not load cryptography, two megabytes of it. */
export const KEY_FILE = 'pseudonym.key';
