import type { SentimentTexts } from './sentiment-texts.js';

export const ID_SENTIMENT: SentimentTexts = {
  heading: 'Sentimen teks',
  lead: (accuracy) =>
    `Sebuah model menilai setiap teks berbahasa Indonesia dalam data menurut kata-katanya: positif, netral, atau negatif. Pada teks yang belum pernah dilihatnya, ${accuracy} penilaiannya benar; pada topik lain ia mungkin lebih sering keliru. Ironi dan kutipan tidak dikenalinya. Bacalah bagian dari banyak teks, bukan satu teks, dan bukan pendapat seseorang. Berita dan media sosial dipisahkan: judul yang sedih bukan berarti masyarakat tidak puas.`,
  band: (confidence) =>
    `Dalam kurung tertera rentang setiap bagian: berlaku dengan keyakinan ${confidence}, bahkan bila semua teks satu akun mengatakan hal yang sama (Wilson 1927, dengan jumlah efektif teks menurut Kish 1965). Kekeliruan model belum termasuk di dalamnya.`,
  leftOut: 'Tidak masuk dalam bagian mana pun:',
  leftOutOf: (stream, mentions, accounts, reposts, empty) =>
    `${stream}: ${mentions} sebutan dari ${accounts} akun yang dideklarasikan instansi, ${reposts} unggahan ulang, yang hanya mengulang unggahan asli, dan ${empty} sebutan tanpa teks.`,
  labels: { positive: 'Positif', neutral: 'Netral', negative: 'Negatif' },
  table: 'Sentimen menurut aliran',
  stream: 'Aliran',
  judged: 'Teks yang dinilai',
  effective: 'Jumlah efektif',
  shareOf: (share, low, high) => `${share} (${low}–${high})`,
  trend: { HOUR: 'Media sosial per jam', DAY: 'Media sosial per hari', WEEK: 'Media sosial per minggu' },
  from: 'Mulai',
  alt: (from, to) =>
    `Garis dari ${from} sampai ${to}: bagian teks positif dan negatif di media sosial beserta rentangnya. Angkanya ada pada tabel di bawah.`,
  bandKey: 'Bidang berwarna: rentang bagian',
  none: 'Tidak ada teks media sosial yang dapat dinilai.',
};
