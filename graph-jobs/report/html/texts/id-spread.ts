import type { SpreadTexts } from './spread-texts.js';

export const ID_SPREAD: SpreadTexts = {
  shared: 'Paling banyak sama',
  sharedBy: (accounts, members, elsewhere, others) =>
    `${accounts} dari ${members} di sini, ${elsewhere} dari ${others} di luar`,
  foundAgain: 'Ditemukan kembali',
  resolution: (resolution, modularity) =>
    `Komunitas menurut Louvain dengan resolusi ${resolution}, modularitas ${modularity}. Nama komunitas diambil dari hal yang paling banyak sama pada akunnya dibandingkan dengan bagian lain jaringan: apa yang ditulis dan di mana, bukan apa yang dipikirkan.`,
  stability: (partitions, mean, lowest, variation) =>
    `${partitions} benih acak dibandingkan: indeks Rand terkoreksi rata-rata ${mean}, terendah ${lowest} (1: komunitas yang sama apa pun benihnya; 0: kebetulan); variasi informasi ${variation} dari yang terbesar. “Ditemukan kembali” menunjukkan berapa bagian komunitas yang ditemukan benih lain. Angka rendah berarti pembagian lain sama baiknya.`,
  growth: {
    heading: 'Pertumbuhan dibandingkan dengan masa lalunya sendiri',
    lead: 'Sebutan dalam jendela yang berakhir pada sebutan terakhir, di samping semua jendela sebelumnya yang sama panjang. Siang dan malam tidak dibedakan, dan satu angka saja bukan pertanda apa pun.',
    window: 'Jendela',
    latest: 'Terakhir',
    median: 'Sebelumnya: median',
    most: 'Sebelumnya: terbanyak',
    percentile: 'Persentil di antara yang sebelumnya',
    windows: 'Jendela sebelumnya',
    first: 'Pada awal',
    tooFew: 'terlalu sedikit',
  },
  hops: {
    heading: 'Dari tempat ke tempat',
    lead: 'Langkah dari sebuah unggahan ke unggahan yang menjawab atau meneruskannya. Hanya langkah yang kedua tempatnya diketahui dapat disebut menyeberang.',
    kinds: { platforms: 'Platform', provinces: 'Provinsi', streams: 'Berita dan media sosial' },
    between: 'Antara',
    known: 'Kedua tempat diketahui',
    hops: 'Menyeberang',
    commonest: 'Jalan tersering',
  },
};
