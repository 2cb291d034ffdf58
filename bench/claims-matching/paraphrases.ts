import { Random } from '#simulator/random.js';

/** Other words for common ones, as people use them; written for this bench, and not those that normalisation knows. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  meninggal: ['wafat', 'tewas'],
  tewas: ['meninggal', 'mati'],
  pemerintah: ['negara', 'pmrnth'],
  presiden: ['pres'],
  foto: ['gambar', 'poto'],
  video: ['vidio', 'rekaman'],
  uang: ['duit', 'dana'],
  mobil: ['kendaraan'],
  rumah: ['rmh', 'kediaman'],
  orang: ['org', 'warga'],
  polisi: ['aparat', 'polri'],
  besar: ['gede', 'raksasa'],
  hanya: ['cuma'],
  akan: ['bakal'],
  tidak: ['gak', 'nggak'],
  dengan: ['dgn'],
  yang: ['yg'],
  untuk: ['utk', 'buat'],
  karena: ['krn', 'gara2'],
  sudah: ['udah', 'sdh'],
  beredar: ['viral', 'tersebar'],
  hoax: ['hoaks', 'bohong'],
  hoaks: ['hoax'],
  berita: ['kabar', 'brita'],
  anak: ['bocah'],
  pelaku: ['tersangka'],
  ditangkap: ['diciduk', 'dibekuk'],
  menangkap: ['ciduk', 'bekuk'],
  dipukul: ['digebuk', 'dianiaya'],
  membunuh: ['habisi', 'bantai'],
  dibunuh: ['dibantai', 'dihabisi'],
  jokowi: ['jkw', 'joko widodo'],
  bencana: ['musibah'],
  gempa: ['lindu', 'guncangan'],
  makan: ['santap', 'mkn'],
  sakit: ['skt', 'penyakit'],
  dokter: ['dktr', 'tenaga medis'],
  gratis: ['cuma-cuma', 'free'],
};
const BEFORE = [
  'waduh',
  'gan',
  'tolong sebarkan',
  'info dari grup sebelah:',
  'beneran gak sih?',
  'astaghfirullah',
  'cek dulu',
];
const AFTER = ['sebarkan!!', 'parah banget', 'hati2 ya', '#viral', 'https://contoh.example/a1'];
const VOWEL = /[aiueo]/g;

export type Edit = 'words dropped' | 'other words' | 'other order' | 'lengthened and misspelt' | 'all of it';
export const EDITS: readonly Edit[] = [
  'words dropped',
  'other words',
  'other order',
  'lengthened and misspelt',
  'all of it',
];

/** The text as somebody else might have put it: the same for the same seed. */
export function paraphrase(text: string, edit: Edit, seed: string): string {
  const random = new Random(1, seed);
  let words = text.split(/\s+/).filter((word) => word !== '');
  const all = edit === 'all of it';
  if (all || edit === 'words dropped') words = dropped(words, all ? 0.25 : 0.4, random);
  if (all || edit === 'other words') words = words.map((word) => otherWord(word, random));
  if (all || edit === 'other order') words = reordered(words, random);
  if (all || edit === 'lengthened and misspelt') words = words.map((word) => misspelt(word, random));
  if (!all) return words.join(' ');
  return [random.pick(BEFORE), ...words, random.pick(AFTER)].join(' ');
}

function dropped(words: readonly string[], share: number, random: Random): string[] {
  const kept = words.filter(() => !random.chance(share));
  return kept.length < 3 ? words.slice(0, 3) : kept;
}

function otherWord(word: string, random: Random): string {
  const others = OTHER_WORDS[word.toLowerCase()];
  return others === undefined ? word : random.pick(others);
}

/** Pieces of two to four words, in another order. */
function reordered(words: readonly string[], random: Random): string[] {
  const pieces: string[][] = [];
  for (let at = 0; at < words.length; ) {
    const length = 2 + random.below(3);
    pieces.push(words.slice(at, at + length));
    at += length;
  }
  return pieces
    .map((piece) => ({ piece, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .flatMap(({ piece }) => piece);
}

function misspelt(word: string, random: Random): string {
  if (word.length < 4 || !random.chance(0.35)) return word;
  if (random.chance(0.5)) {
    const vowels = [...word.matchAll(VOWEL)];
    const at = vowels.at(-1)?.index ?? word.length - 1;
    return word.slice(0, at) + word[at]!.repeat(4) + word.slice(at + 1);
  }
  const at = 1 + random.below(word.length - 2);
  return word.slice(0, at) + word.slice(at + 1);
}
