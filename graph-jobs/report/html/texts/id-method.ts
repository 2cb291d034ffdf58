import type { ReportTexts } from './report-texts.js';

export const ID_COVERAGE: ReportTexts['coverage'] = {
  heading: 'Cakupan data dan yang tidak dapat dikatakannya',
  lead: 'Angka dalam laporan ini hanya tentang sebutan berikut.',
  measure: 'Ukuran',
  value: 'Banyaknya',
  share: 'Bagian',
  mentions: 'Sebutan',
  platform: (name) => `di ${name}`,
  withRegion: 'Sebutan dengan wilayah yang diketahui',
  parentsMissing: 'Sebutan yang induknya tidak ada dalam data',
  accounts: 'Akun',
  followersKnown: 'Akun dengan jumlah pengikut yang diketahui',
  limits: 'Keterbatasan',
  timeStep: 'Waktu dalam data',
  timeStepNone: 'sampai detik atau lebih halus',
  cannotSay: [
    'Data adalah yang diimpor dan cocok dengan kueri. Data ini bukan sampel penduduk, dan jumlahnya bukan ukuran pendapat publik.',
    'Unggahan yang dihapus, bersifat pribadi, atau tidak pernah dikumpulkan tidak ada di sini; “pertama” selalu berarti yang pertama dalam data ini.',
    'Bila platform mencatat setiap unggah ulang pada unggahan asli, jalur sebenarnya tidak terlihat dan kaskade tampak lebih datar.',
    'Bila induk tidak ada, kaskade terpecah menjadi yang lebih kecil.',
    'Keserentakan punya banyak sebab yang lazim. Laporan menunjukkan waktu dan isi, bukan niat, dan bukan siapa di balik sebuah akun.',
    'Wilayah adalah yang dinyatakan akun atau sumber; banyak yang tidak menyatakannya.',
  ],
};

export const ID_MEASURES: ReportTexts['measures'] = {
  components: (count, largest) =>
    `Jejaring ini terdiri atas ${count} bagian tanpa sisi di antaranya; yang terbesar memuat ${largest} akun.`,
  pageRank: 'PageRank',
  pageRankValue: 'Bagian (%)',
  betweenness: 'Keantaraan',
  betweennessValue: 'Pasangan akun',
  lead: 'PageRank tinggi pada akun yang diamplifikasi oleh akun yang juga banyak diamplifikasi. Keantaraan tinggi pada akun yang berada di jalur terpendek antara akun lain: yang beralih dari satu bagian jejaring ke bagian lain dapat melewatinya. Keduanya menggambarkan letak dalam jejaring ini, bukan pengaruh atas orang.',
  samplings: {
    ALL: () => 'Keantaraan dihitung tepat.',
    UNIFORM: (sources) =>
      `Keantaraan adalah taksiran dari ${sources} akun yang diambil acak. Dengan peluang 95 %, semua angka sekaligus meleset tidak lebih dari yang tertulis di belakang ±; angka yang lebih kecil dari itu paling-paling menunjukkan urutan.`,
    BY_DEGREE: (sources) =>
      `Keantaraan hanya menghitung jalur dari ${sources} akun, yang diambil menurut jumlah sisinya: urutannya bermakna, angkanya tidak.`,
  },
};

export const ID_WINDOWS: ReportTexts['windows'] = {
  heading: 'Bagaimana hasil berubah menurut jendela waktu',
  lead: 'Yang akan ditemukan tiap jendela bila dipakai sendiri pada data yang sama. Kelompok yang ditemukan banyak jendela tidak bergantung pada pilihan satu jendela; jendela yang lebih panjang menemukan kelompok yang lebih lambat, dan lebih banyak hal yang dijelaskan oleh jam yang sama.',
  alt: (windows) =>
    `Diagram batang menurut jendela (${windows}): pasangan melebihi kebetulan menurut siapa, pasangan yang dipertahankan, dan akun dalam kelompok. Angkanya ada pada tabel di bawah.`,
  table: 'Tiap jendela sendiri',
  window: 'Jendela',
  asked: 'diminta',
  pairsTried: 'Pasangan dengan dua kesempatan atau lebih',
  pairsBeyondWho: 'Melebihi kebetulan menurut siapa',
  pairsKept: 'Dipertahankan: juga menurut kapan',
  groups: 'Kelompok',
  accounts: 'Akun dalam kelompok',
};

export const ID_METHOD: ReportTexts['method'] = {
  heading: 'Metode dan parameter',
  steps: [
    {
      name: 'Jejaring penyebaran.',
      text: 'Setiap unggah ulang, kutipan, dan balasan membentuk sisi dari akun yang diamplifikasi ke akun yang mengamplifikasi, dengan bobot seberapa sering.',
    },
    {
      name: 'Komunitas.',
      text: 'Metode Louvain (Blondel dkk. 2008), atau Leiden (Traag dkk. 2019) bila disebut dalam parameter, pada jejaring tak berarah, dengan masukan terurut dan pembangkit acak berbenih, sehingga data yang sama memberi pembagian yang sama.',
    },
    {
      name: 'Letak dalam jejaring.',
      text: 'PageRank (Page dkk. 1999) dari pejalan yang berpindah dari akun ke akun yang diamplifikasinya, sebanding dengan seringnya, dan memulai lagi dengan peluang 0,15. Keantaraan (Brandes 2001) menurut arah penyebaran, setiap sisi sepanjang 1.',
    },
    {
      name: 'Kaskade.',
      text: 'Pohon menurut induk yang diketahui. Viralitas struktural adalah jarak rata-rata antara semua pasangan sebutan dalam satu pohon (Goel dkk. 2016).',
    },
    {
      name: 'Kebetulan.',
      text: 'Deteksi yang sama dijalankan pada salinan data yang akunnya dipertukarkan di dalam rentang waktu: keaktifan dan kepopuleran tetap, siapa bertindak bersama siapa diserahkan pada kebetulan.',
    },
    {
      name: 'Menonjol.',
      text: 'Kelompok dihitung menonjol bila paling banyak 1 dari 20 di antara sekurangnya 20 salinan teracak memuat kelompok sebesar itu atau lebih, dan akun yang dideklarasikan maupun media berita masing-masing kurang dari separuh anggotanya. Yang dibandingkan hanya ukuran: kelompok kecil tidak menonjol dengan cara ini, sesering apa pun bertindak bersama, dan menonjol tidak menjelaskan sebabnya.',
    },
  ],
  groupSteps: {
    CALIBRATED: {
      name: 'Kelompok serentak.',
      text: 'Pasangan akun diuji dua kali terhadap kebetulan. Siapa: apakah keduanya akan berbagi kesempatan sebanyak itu, mengingat seberapa aktif masing-masing dalam tiap rentang waktu dan pada jam-jamnya sendiri (Poisson)? Kapan: dari yang dibagikan keduanya, mengejutkankah banyaknya yang jatuh di dalam jendela, mengingat kapan semua akun lain bertindak atasnya (Poisson-binomial)? Benjamini dan Hochberg (1995) atas semua pasangan, perilaku, dan jendela; kelompok berdua harus lulus atas seluruh keluarga uji. Akun yang terhubung oleh pasangan yang lulus keduanya membentuk kelompok.',
    },
    COMPATIBLE: {
      name: 'Kelompok serentak.',
      text: 'Pasangan akun berbeda yang bertindak atas satu objek di dalam jendela waktu, sekurangnya sesering batas minimum; akun yang terhubung oleh pasangan itu membentuk kelompok.',
    },
  },
  parameters: 'Parameter',
  parameter: 'Parameter',
  value: 'Nilai',
  usual: 'Bawaan',
  mode: 'Pasangan dinilai',
  modes: { CALIBRATED: 'terhadap kebetulan', COMPATIBLE: 'dengan batas tetap' },
  fdr: 'Tingkat temuan keliru',
  windowsSeconds: 'Jendela (detik)',
  windowSeconds: 'Jendela (detik)',
  minParticipation: 'Tindakan minimum per akun',
  minWeight: 'Tindakan bersama minimum per pasangan',
  behaviours: 'Perilaku',
  resolution: 'Resolusi komunitas',
  engine: 'Jejaring diukur oleh',
  engines: { IN_PROCESS: 'program ini', GDS: 'Neo4j Graph Data Science' },
  usualEngine: 'dipilih menurut ukuran',
  communityMethod: 'Komunitas menurut',
  shuffledCopies: 'Salinan teracak',
  seed: 'Benih acak',
};
