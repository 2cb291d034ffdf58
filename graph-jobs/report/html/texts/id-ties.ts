import type { TieTexts } from './tie-texts.js';

export const ID_TIES: TieTexts = {
  by: {
    CO_REPOST: 'unggah ulang',
    CO_LINK: 'tautan',
    CO_HASHTAG: 'tagar',
    CO_REPLY: 'balasan',
    CO_MEDIA: 'gambar atau video',
    CO_TEXT: 'teks',
    CO_HASHTAG_SET: 'kumpulan tagar',
    CO_HASHTAG_SEQUENCE: 'urutan tagar',
  },
  tiedBy: (shares) => `Terikat oleh ${shares}`,
  shareOf: {
    CALIBRATED: 'bagian dari kesempatan di atas kebetulan di antara anggotanya',
    COMPATIBLE: 'bagian dari pasang sebutan di antara anggotanya',
  },
  alone: 'Hasil dari satu perilaku saja:',
  relations: {
    SAME: () => 'kelompok yang sama',
    WITHIN: (size) => `kelompok berisi ${size} akun yang seluruhnya berada di dalam kelompok ini`,
    AROUND: (size) => `kelompok lebih besar berisi ${size} akun yang memuat seluruh kelompok ini`,
    OVERLAPPING: (size, shared) =>
      `kelompok yang beririsan dengan kelompok ini, ${shared} dari ${size} akunnya ada di sini`,
  },
  alsoIn: (groups) => `akun lainnya ada di ${groups}`,
  first: 'Pertama kali ditemukan pada proses ini.',
  since: (run, stableId) =>
    `Kelompok yang sama dengan proses sebelumnya, sejak proses ${run} (pertama ditemukan sebagai ${stableId}).`,
  comparedWith: (earlier, stayed, joined, left) =>
    `Dibandingkan dengan ${earlier}: ${stayed} tetap, ${joined} bergabung, ${left} keluar.`,
  decided: (decision, finding) =>
    `Peninjau ${decision} ${finding}. Keputusan itu tentang kelompok sebagaimana adanya di sana; kelompok ini ditinjau tersendiri.`,
  decisions: { CONFIRMED: 'mengukuhkan', DISMISSED: 'mengesampingkan' },
};
