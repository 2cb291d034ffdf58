import type { MentionKind, Stream } from '#domain/mention.js';

/** A column of the sheet that people fill in by hand, as the template writes it and the import reads it. */
export interface SheetColumn {
  readonly heading: string;
  /** Indonesian, as the rest of the sheet: what to write there. */
  readonly hint: string;
  readonly required: boolean;
  readonly width: number;
  /** What may stand there, where that is a list. */
  readonly values?: readonly string[];
  readonly example: string;
}

interface SheetPlatform {
  readonly platform: string;
  readonly stream: Stream;
}

/** What the column Platform may say; compared without regard to capitals. */
export const SHEET_PLATFORMS: Readonly<Record<string, SheetPlatform>> = {
  X: { platform: 'x', stream: 'SOCIAL' },
  Twitter: { platform: 'x', stream: 'SOCIAL' },
  Instagram: { platform: 'instagram', stream: 'SOCIAL' },
  Facebook: { platform: 'facebook', stream: 'SOCIAL' },
  TikTok: { platform: 'tiktok', stream: 'SOCIAL' },
  YouTube: { platform: 'youtube', stream: 'SOCIAL' },
  Threads: { platform: 'threads', stream: 'SOCIAL' },
  Telegram: { platform: 'telegram', stream: 'SOCIAL' },
  WhatsApp: { platform: 'whatsapp', stream: 'SOCIAL' },
  Forum: { platform: 'web', stream: 'SOCIAL' },
  Berita: { platform: 'web', stream: 'NEWS' },
};

export const SHEET_KINDS: Readonly<Record<string, MentionKind>> = {
  Asli: 'ORIGINAL',
  'Bagikan ulang': 'REPOST',
  Balasan: 'REPLY',
  Kutipan: 'QUOTE',
};

export const SHEET_ZONES: Readonly<Record<string, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

export const SHEET_COLUMNS: readonly SheetColumn[] = [
  {
    heading: 'Platform',
    hint: 'Pilih dari daftar. Artikel media daring: Berita.',
    required: true,
    width: 12,
    values: Object.keys(SHEET_PLATFORMS),
    example: 'X',
  },
  {
    heading: 'Tautan',
    hint: 'Alamat lengkap unggahan atau artikel, dimulai dengan https://. Wajib bila ID kosong.',
    required: false,
    width: 44,
    example: 'https://x.com/contoh/status/1234567890',
  },
  {
    heading: 'ID',
    hint: 'Nomor unggahan dari platform. Boleh kosong bila Tautan diisi. Kolom ini berformat teks: jangan diubah ke angka.',
    required: false,
    width: 22,
    example: '',
  },
  {
    heading: 'Jenis',
    hint: 'Asli, Bagikan ulang, Balasan, atau Kutipan. Kosong berarti Asli.',
    required: false,
    width: 15,
    values: Object.keys(SHEET_KINDS),
    example: 'Asli',
  },
  {
    heading: 'Waktu',
    hint: 'Tanggal dan jam terbit, misalnya 01/03/2026 08:15 (hari/bulan/tahun).',
    required: true,
    width: 19,
    example: '01/03/2026 08:15',
  },
  {
    heading: 'Zona',
    hint: 'Zona waktu dari kolom Waktu: WIB, WITA, atau WIT. Kosong berarti WIB.',
    required: false,
    width: 8,
    values: Object.keys(SHEET_ZONES),
    example: 'WIB',
  },
  {
    heading: 'ID Induk',
    hint: 'Untuk bagikan ulang, balasan, dan kutipan: ID atau tautan unggahan yang ditanggapi.',
    required: false,
    width: 30,
    example: '',
  },
  {
    heading: 'Akun',
    hint: 'Nama pengguna tanpa @; untuk Berita: domain media, misalnya media.example.',
    required: true,
    width: 20,
    example: 'contoh',
  },
  { heading: 'Nama Akun', hint: 'Nama yang tampil di profil.', required: false, width: 24, example: 'Akun Contoh' },
  {
    heading: 'Pengikut',
    hint: 'Jumlah pengikut: angka saja, tanpa titik atau koma.',
    required: false,
    width: 11,
    example: '1250',
  },
  {
    heading: 'Isi',
    hint: 'Teks unggahan, atau judul dan isi artikel.',
    required: true,
    width: 60,
    example: 'Air mulai naik di pasar #Banjir',
  },
  {
    heading: 'Tautan di Isi',
    hint: 'Tautan yang dibagikan di dalam isi; bila lebih dari satu, pisahkan dengan titik koma.',
    required: false,
    width: 30,
    example: '',
  },
  {
    heading: 'Tagar',
    hint: 'Pisahkan dengan titik koma. Kosong: diambil dari Isi.',
    required: false,
    width: 20,
    example: '#Banjir',
  },
  {
    heading: 'Kode Wilayah',
    hint: 'Kode Kemendagri provinsi (31) atau kabupaten/kota (31.71). Kolom ini berformat teks.',
    required: false,
    width: 13,
    example: '31.71',
  },
];
