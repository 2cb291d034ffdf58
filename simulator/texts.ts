import type { Random } from './random.js';

/** Words for the slots of the templates. `{place}` is filled with one of SLOTS.place, and so on. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  place: [
    'Kelurahan Sungai Bayang',
    'Kampung Muara Khayal',
    'Jalan Pelangi',
    'Pasar Lama',
    'Perumahan Bukit Maya',
    'Terminal Angin',
    'Kecamatan Tirta Semu',
    'Jembatan Senja',
  ],
  depth: ['selutut', 'sepinggang', 'sedada', 'semata kaki', 'hampir satu meter', 'setinggi jendela'],
  when: ['pagi ini', 'sejak subuh', 'malam ini', 'dari tadi siang', 'sampai sekarang', 'barusan', 'sejak kemarin'],
  need: [
    'perahu karet',
    'selimut',
    'air bersih',
    'obat-obatan',
    'susu bayi',
    'makanan siap santap',
    'pakaian kering',
    'genset',
  ],
  who: ['warga', 'anak sekolah', 'lansia', 'pedagang', 'pengendara motor', 'ibu-ibu', 'relawan'],
  feel: ['Ya ampun', 'Astaga', 'Semoga lekas surut', 'Tetap waspada', 'Innalillahi', 'Waduh', 'Hati-hati ya', 'Duh'],
  service: ['pompa air', 'listrik', 'sinyal', 'layanan posko', 'angkutan umum', 'saluran air'],
};

/** What people say of their own accord, by mood, so that a measure of sentiment has something to find. */
const ORIGINALS = {
  worried: [
    '{feel}, air di {place} Kota Fiktif sudah {depth} {when}. Ada yang butuh {need}?',
    'Banjir Kota Fiktif makin tinggi, {who} di {place} mulai mengungsi {when}.',
    '{place} Kota Fiktif tidak bisa dilewati, air {depth}. {who} diminta putar balik.',
    'Mohon info posko terdekat dari {place}, Kota Fiktif. {who} butuh {need}.',
  ],
  angry: [
    'Tiap tahun banjir Kota Fiktif begini terus, {service} di {place} tidak pernah beres!',
    'Kecewa, {service} mati {when} di {place} Kota Fiktif dan tidak ada kabar apa pun.',
    'Sudah lapor soal {service} di {place} Kota Fiktif berkali-kali, tidak ada tanggapan. Capek!',
  ],
  thankful: [
    'Terima kasih relawan yang bawa {need} ke {place} Kota Fiktif {when}, sangat membantu!',
    'Alhamdulillah air di {place} Kota Fiktif mulai surut {when}. Salut untuk semua {who} yang saling bantu.',
    'Dapur umum di {place} Kota Fiktif luar biasa, {who} kebagian {need}. Hormat!',
  ],
  neutral: [
    'Pantauan {when}: ketinggian air di {place} Kota Fiktif {depth}.',
    'Update banjir Kota Fiktif {when}: {service} di {place} sedang diperiksa petugas.',
    'Info lalu lintas Kota Fiktif: {place} ditutup sementara, air {depth}.',
  ],
} as const;

const RESPONSES = [
  '{feel}, semoga {who} di Kota Fiktif aman semua.',
  'Di {place} juga sama, Kota Fiktif {when} air {depth}.',
  'Ini {place} yang sebelah mana? Saudara saya di Kota Fiktif belum bisa dihubungi.',
  'Kota Fiktif butuh {need} segera, {who} sudah menunggu {when}.',
  'Setuju, {service} di Kota Fiktif harus dibenahi.',
  'Terima kasih infonya, sudah diteruskan ke grup {who} Kota Fiktif.',
  'Kok bisa begini terus sih Kota Fiktif, {service} saja tidak jalan.',
] as const;

const OFF_TOPIC = [
  'Ada rekomendasi warung kopi dekat {place}? Lagi cari tempat kerja {when}.',
  'Nonton bola {when} sama {who}, seru banget!',
  'Harga {need} di pasar naik lagi {when}.',
] as const;

/** One false claim in the words of several people, about a dam that does not exist. */
const CLAIM = [
  'AWAS!! Bendungan Tirta Khayal di atas Kota Fiktif JEBOL malam ini, semua warga harus keluar kota sebelum tengah malam. Sebarkan!',
  'Info dari grup sebelah: bendungan Tirta Khayal di atas Kota Fiktif jebol malam ini, warga harus keluar kota sebelum tengah malam. Tolong sebarkan',
  'Bendungan Tirta Khayal Kota Fiktif sudah jebol!! Semua warga segera keluar kota malam ini juga, jangan tunggu tengah malam. Sebarkan ke keluarga',
] as const;

const CLARIFICATIONS = [
  'KLARIFIKASI: kabar bendungan Tirta Khayal di atas Kota Fiktif jebol adalah TIDAK BENAR. Petugas di lokasi memastikan bendungan aman.',
  'Bendungan Tirta Khayal Kota Fiktif dalam keadaan aman. Kabar jebol yang beredar tidak benar; ikuti kanal resmi dan jangan sebarkan ulang.',
] as const;

const AGENCY_POSTS = [
  'Perkembangan penanganan banjir Kota Fiktif {when}: posko {place} melayani {who}, tersedia {need}.',
  'Peringatan dini: hujan sedang hingga lebat masih berpeluang turun di Kota Fiktif {when}. Tetap waspada di sekitar {place}.',
  'Petugas gabungan memeriksa {service} di {place}, Kota Fiktif, {when}.',
  'Layanan pengungsian Kota Fiktif: {need} telah dikirim ke {place} {when}.',
] as const;

const NEWS = [
  'Banjir Kota Fiktif: Air di {place} Capai {depth}, {who} Mengungsi',
  'Posko {place} Kota Fiktif Kekurangan {need}',
  'Perbaikan {service} di {place} Kota Fiktif Dikebut',
  'Hujan Diperkirakan Masih Turun, {who} di {place} Kota Fiktif Bersiap',
] as const;

const PETITION = [
  'Tanda tangani petisi normalisasi sungai Kota Fiktif sekarang, demi {who} di {place}!',
  'Petisi normalisasi sungai Kota Fiktif butuh suara kamu. {who} {place} sudah menunggu.',
  'Kota Fiktif berhak aman dari banjir, dukung petisi normalisasi sungai untuk {place}.',
] as const;

const TEMPLATES = {
  ...ORIGINALS,
  response: RESPONSES,
  offTopic: OFF_TOPIC,
  claim: CLAIM,
  clarification: CLARIFICATIONS,
  agency: AGENCY_POSTS,
  news: NEWS,
  petition: PETITION,
} satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof TEMPLATES;

export const MOODS: readonly (readonly [keyof typeof ORIGINALS, number])[] = [
  ['worried', 0.4],
  ['neutral', 0.25],
  ['angry', 0.2],
  ['thankful', 0.15],
];

export const HASHTAGS = [
  'BanjirKotaFiktif',
  'PeduliKotaFiktif',
  'InfoBanjir',
  'SiagaBencana',
  'DapurUmum',
  'PantauAir',
];

/** The false claim in its plain words, as a fact-checker would write it down. */
export const CLAIM_REVIEWED = 'Bendungan Tirta Khayal di atas Kota Fiktif jebol';

/** One sentence on the topic. */
export function sentence(topic: Topic, random: Random): string {
  return random.pick(TEMPLATES[topic]).replace(/\{(\w+)\}/g, (_, slot: string) => random.pick(SLOTS[slot]!));
}

/** The text with its hashtags and links at its end, as people write them; stored hashtags are lower case without '#'. */
export function written(text: string, hashtags: readonly string[], urls: readonly string[] = []) {
  const tail = [...hashtags.map((tag) => `#${tag}`), ...urls];
  return { text: [text, ...tail].join(' '), hashtags: hashtags.map((tag) => tag.toLowerCase()), urls };
}
