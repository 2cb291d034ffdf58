import { ID_CLAIMS } from './id-claims.js';
import { ID_COVERAGE, ID_MEASURES, ID_METHOD, ID_WINDOWS } from './id-method.js';
import { ID_SENTIMENT } from './id-sentiment.js';
import { ID_SPREAD } from './id-spread.js';
import { ID_STRONGEST } from './id-strongest.js';
import { ID_TIES } from './id-ties.js';
import type { ReportTexts } from './report-texts.js';

export const ID: ReportTexts = {
  documentKind: 'Laporan penyebaran isu',
  software: 'Jejaring, sarana bersama pemantauan isu publik',
  contents: 'Daftar isi',
  none: 'tidak ada',
  unknown: 'tidak diketahui',
  withheld: 'tidak ditampilkan',
  nOfN: (shown, all) => `${shown} dari ${all}`,
  times: (zone) => `Waktu dalam ${zone}; disimpan dalam UTC.`,
  spans: {
    seconds: (count) => `${count} detik`,
    minutes: (count) => `${count} menit`,
    hours: (count) => `${count} jam`,
    days: (count) => `${count} hari`,
    s: (count) => `${count} dtk`,
    min: (count) => `${count} mnt`,
    h: (count) => `${count} jam`,
    d: (count) => `${count} hari`,
  },
  timeSteps: {
    names: {
      DAY: { whole: 'hari utuh', same: 'pada hari yang sama', orNext: 'pada hari yang sama atau hari berikutnya' },
      HOUR: { whole: 'jam utuh', same: 'pada jam yang sama', orNext: 'pada jam yang sama atau jam berikutnya' },
      MINUTE: {
        whole: 'menit utuh',
        same: 'pada menit yang sama',
        orNext: 'pada menit yang sama atau menit berikutnya',
      },
    },
    times: (whole) => `waktu berupa ${whole}`,
    atMostApart: (span) => `berselisih paling banyak ${span}`,
    window: (whole, window, meaning) =>
      `Waktu dalam data ini berupa ${whole}: serentak dalam ${window} berarti “${meaning}”.`,
  },
  kinds: { ORIGINAL: 'Asli', REPOST: 'Unggah ulang', REPLY: 'Balasan', QUOTE: 'Kutipan' },
  streams: { SOCIAL: 'Media sosial', NEWS: 'Berita' },
  behaviours: {
    CO_REPOST: 'mengunggah ulang unggahan yang sama',
    CO_LINK: 'membagikan tautan yang sama',
    CO_HASHTAG: 'memakai tagar yang sama',
    CO_REPLY: 'membalas unggahan yang sama',
    CO_MEDIA: 'mengunggah gambar atau video yang sama',
    CO_HASHTAG_SET: 'memakai kumpulan tagar yang sama',
    CO_HASHTAG_SEQUENCE: 'memakai tagar yang sama dalam urutan yang sama',
    CO_TEXT: 'menulis teks yang hampir sama',
  },
  layers: {
    L0: 'L0 akun utama',
    L1: 'L1 pemuka pendapat',
    L2: 'L2 akun interaktif',
    L3: 'L3 advokasi pegawai',
  },
  accounts: {
    account: 'Akun',
    outlet: 'media berita',
    note: (layers) =>
      `Akun yang dideklarasikan instansi dan media berita tampil dengan nama; akun lain tampil dengan nama samaran berkunci. Label seperti BNPB · L0 menyebut instansi dan lapisan yang dideklarasikannya (${layers}).`,
  },
  issue: {
    heading: 'Isu',
    id: 'Isu',
    query: 'Kueri',
    version: (version) => `versi ${version}`,
    owner: 'Pemilik',
    sharedWith: 'Dibagikan kepada',
    period: 'Data dari',
    run: 'Proses',
    otherParameters: 'Parameter yang berbeda dari bawaan',
    usually: (value) => `(bawaan ${value})`,
    stale: (ofRun, now) =>
      `Proses ini memakai kueri versi ${ofRun}; kueri isu kini versi ${now}. Petakan ulang isu untuk angka menurut kueri sekarang.`,
  },
  brief: {
    heading: 'Ringkasan',
    mentions: 'sebutan',
    accounts: 'akun',
    news: 'di antaranya berita',
    amplifications: 'amplifikasi',
    communities: 'komunitas',
    groups: 'kelompok serentak menonjol',
    standsOut: 'Yang menonjol',
    carriedBy: 'Siapa yang membawanya',
    timesAmplified: (count) => `diamplifikasi ${count}×`,
    began: 'Dari mana bermula',
    firstMention: (time, platform) => `Sebutan pertama dalam data: ${time}, di ${platform}, oleh`,
    firstAmplified: (time) => `akun pertama yang diamplifikasi akun lain: ${time},`,
    busiestHour: 'Jam teramai',
    busiestStretch: 'Rentang teramai',
    busiest: (start, count) => `Mulai ${start}: ${count} sebutan`,
    where: 'Wilayah dan platform',
    dataQuality: 'Data',
    parentsMissing: (share) => `${share} sebutan membalas atau mengunggah ulang unggahan yang tidak ada dalam data`,
    followersKnown: (share) => `jumlah pengikut ${share} akun diketahui`,
    noGroups:
      'Tidak ada akun yang bertindak bersamaan melebihi kebetulan atau batas parameter. Itu tidak berarti bahwa tidak ada yang bertindak bersama: kelompok yang berbagi kurang dari lima hal, atau yang merupakan sebagian besar dari data, dapat luput.',
    caution: 'Temuan menggambarkan waktu dan isi, bukan niat, dan harus dikonfirmasi oleh dua orang sebelum dipakai.',
  },
  timeline: {
    heading: 'Perkembangan waktu',
    lead: (bucket) =>
      `Sebutan per ${bucket}. Media sosial dan berita dihitung terpisah dan memakai skala masing-masing.`,
    alt: (from, to, peak, count) =>
      `Diagram batang sebutan dari ${from} sampai ${to}; batang tertinggi, pada ${peak}, berisi ${count} sebutan. Angkanya ada pada tabel di bawah.`,
    table: 'Sebutan menurut periode, aliran, dan jenis',
    period: 'Periode',
    total: 'Jumlah',
    empty: 'Isu ini tidak memiliki sebutan.',
  },
  sentiment: ID_SENTIMENT,
  claims: ID_CLAIMS,
  network: {
    heading: 'Jejaring penyebaran',
    lead: 'Garis menghubungkan dua akun bila yang satu mengunggah ulang, mengutip, atau membalas yang lain. Akun yang saling mengamplifikasi tampak berdekatan.',
    shown: (nodes, accounts, links, edges) =>
      nodes === accounts
        ? `Tampil: semua (${accounts}) akun dan ${links} dari ${edges} sisi.`
        : `Tampil: ${nodes} dari ${accounts} akun, yakni yang paling terhubung dan yang di sekitarnya, dan ${links} dari ${edges} sisi.`,
    alt: (nodes, accounts, communities) =>
      `Gambar jejaring penyebaran: ${nodes} dari ${accounts} akun, diberi warna dan bentuk menurut komunitas, seluruhnya ${communities} komunitas. Tabel di bawah menyebut komunitas dan akunnya.`,
    key: 'Komunitas',
    other: 'lainnya',
    size: 'Makin besar tanda, makin sering akun itu diamplifikasi.',
    modularity: (value) =>
      `Modularitas ${value}: 0 berarti komunitas tidak lebih rapat daripada kebetulan, di atas 0,3 berarti jelas terpisah.`,
    empty: 'Tidak ada akun dalam data yang mengamplifikasi akun lain.',
  },
  communities: {
    heading: 'Komunitas',
    lead: 'Satu komunitas adalah akun-akun yang saling mengamplifikasi lebih sering daripada dengan akun lain. Komunitas menunjukkan siapa meneruskan unggahan siapa, bukan siapa sependapat dengan siapa.',
    community: 'Komunitas',
    size: 'Akun',
    mentions: 'Sebutan',
    inside: 'Amplifikasi di dalam',
    across: 'Lintas batas',
    topAccounts: 'Paling diamplifikasi di dalamnya',
    topHashtags: 'Tagar',
  },
  rankings: {
    heading: 'Akun',
    lead: 'Sering diamplifikasi dan sering mengunggah adalah dua hal berbeda, karena itu ada dua daftar.',
    rank: 'Urutan',
    mostAmplified: 'Paling diamplifikasi',
    timesAmplified: 'Kali diamplifikasi',
    mostActive: 'Paling aktif',
    mentions: 'Sebutan',
    firstMovers: 'Yang pertama di antara akun yang diamplifikasi',
    firstMention: 'Sebutan pertama',
  },
  measures: ID_MEASURES,
  regions: {
    heading: 'Wilayah',
    lead: 'Sebutan menurut provinsi yang dinyatakan akun atau sumber; kabupaten dan kota dihitung pada provinsinya.',
    none: 'Tidak ada sebutan dalam data yang menyatakan wilayah.',
    provinces: 'Provinsi',
    province: 'Provinsi',
    others: 'provinsi lain',
    without: 'tanpa wilayah',
  },
  cascades: {
    heading: 'Kaskade',
    lead: (count, lone) =>
      `Kaskade adalah satu unggahan asli beserta semua turunannya. Data memuat ${count} kaskade, ${lone} di antaranya unggahan asli tanpa tanggapan.`,
    caution:
      'Bentuk kaskade tidak membedakan benar dari salah: pada data nyata, jumlah pengikut saja lebih mampu membedakan rumor daripada bentuk.',
    root: 'Unggahan asli oleh',
    started: 'Mulai',
    size: 'Sebutan',
    unique: 'Akun',
    depth: 'Kedalaman',
    breadth: 'Lebar maks.',
    virality: 'Viralitas struktural',
    direct: 'Langsung',
    half: 'Separuh setelah',
  },
  groups: {
    heading: 'Kelompok serentak',
    lead: {
      CALIBRATED: (windows) =>
        `Akun yang bertindak atas hal yang sama dalam selisih ${windows} lebih sering daripada yang dijelaskan oleh kebetulan, mengingat seberapa aktif dan kapan masing-masing aktif serta apa yang dibagikannya. Aturan yang sama berlaku bagi semua akun, termasuk akun pemerintah. Kelompok adalah titik awal peninjauan, bukan penilaian atas seseorang.`,
      COMPATIBLE: (window) =>
        `Akun yang bertindak atas hal yang sama dalam selisih ${window}, sekurangnya sesering batas parameter. Aturan yang sama berlaku bagi semua akun, termasuk akun pemerintah. Kelompok adalah titik awal peninjauan, bukan penilaian atas seseorang.`,
    },
    qValue: (rate) => `Sisi-sisinya menyatukannya mulai dari tingkat temuan keliru ${rate}.`,
    headline: {
      standOut: (count, all) =>
        `${count} dari ${all} kelompok menonjol dari kebetulan (paling banyak 1 dari 20 salinan teracak memuat kelompok sebesar itu)`,
      explained: (count) =>
        `${count} sebagian besar amplifikasi pemerintah yang dideklarasikan atau sindikasi berita (50% anggota atau lebih)`,
      withinChance: (count) => `${count} tidak lebih besar daripada yang muncul pada salinan teracak`,
      unknown: (count) =>
        `${count} tidak dapat dibedakan dari kebetulan, karena proses membuat kurang dari 20 salinan teracak`,
    },
    standing: 'Terhadap kebetulan',
    standings: {
      STANDS_OUT: 'menonjol dari kebetulan',
      EXPLAINED: 'sebagian besar dideklarasikan atau berita',
      WITHIN_CHANCE: 'tidak lebih besar dari kebetulan',
      UNKNOWN: 'salinan terlalu sedikit',
    },
    none: 'Tidak ditemukan dengan parameter ini. Itu tidak membuktikan bahwa tidak ada.',
    crowds: (objects, pairs) =>
      `${objects} hal ditindak oleh kerumunan (lebih dari ${pairs} pasang sebutan dalam jendela waktu). Akun yang hanya bertemu di sana dan tidak di tempat lain tidak dimuat dalam bagian ini.`,
    overview: 'Semua kelompok',
    moreGroups: (run) => `Kelompok lainnya ada di API: Issue.coTimedGroups dari proses ${run}.`,
    detailed: (shown, all) => `Rincian: ${shown} dari ${all} kelompok, yang menonjol lebih dahulu.`,
    group: (number) => `Kelompok ${number}`,
    finding: 'Temuan',
    pairs: 'Pasang sebutan',
    copiesAsLarge: 'Salinan dengan kelompok sebesar ini',
    leadingExplanation: 'Penjelasan lazim utama',
    summary: (members, behaviours, pairs) =>
      `${members} akun, dengan ${behaviours}; didasarkan pada ${pairs} pasang sebutan.`,
    declaredBadge: 'amplifikasi pemerintah yang dideklarasikan',
    members: 'Anggota',
    moreMembers: 'Anggota lain dapat dicari di API dengan id temuan.',
    chance: 'Berapa banyak yang muncul karena kebetulan?',
    chancePairs: (expected, observed, copies, bin) =>
      `Salinan teracak dari data yang sama menghasilkan ${expected} dari ${observed} pasang: rata-rata dari ${copies} salinan, dengan akun dipertukarkan dalam rentang ${bin} jam.`,
    chanceGroup: (copies, all) => `Kelompok sebesar ini atau lebih muncul pada ${copies} dari ${all} salinan.`,
    chanceUnknown: 'Proses ini tidak menghitung salinan teracak, sehingga tingkat kebetulan tidak diketahui.',
    ordinary: 'Penjelasan lazim',
    ordinaryLead: 'Bagian kelompok yang dapat dijelaskan oleh masing-masing. Selalu dihitung, selalu ditampilkan.',
    explanation: 'Penjelasan',
    share: 'Bagian',
    evidence: 'Bukti',
    evidenceRows: (shown, all) => `${shown} dari ${all} baris`,
    evidenceSpread: 'pasangan yang paling sering lebih dahulu, satu baris masing-masing sebelum baris kedua',
    evidenceLookup: (finding) =>
      `Unggahan akun pribadi tidak dikenali di sini. Analis yang berwenang menemukannya di API dengan temuan ${finding}, menurut kedua akun atau nomor baris.`,
    evidenceKept: (kept, all) =>
      `Dari kelompok sebesar ini, ${kept} dari ${all} baris disimpan: baris pasangan akun terkuat.`,
    row: 'Baris',
    from: 'Akun A',
    to: 'Akun B',
    object: 'Objek',
    repostedPost: 'unggahan yang sama (diunggah ulang)',
    sameMedia: 'gambar atau video yang sama',
    answeredPost: 'unggahan yang sama (dibalas)',
    sameText: 'teks yang hampir sama',
    firstTime: 'Waktu A',
    secondTime: 'Waktu B',
    apart: 'Selisih',
  },
  explanations: {
    DECLARED_GOVERNMENT_AMPLIFICATION: {
      name: 'Amplifikasi pemerintah yang dideklarasikan',
      meaning: 'anggota yang dideklarasikan instansi sebagai akunnya',
    },
    NEWS_SYNDICATION: { name: 'Sindikasi berita', meaning: 'anggota berupa media berita yang memuat hal yang sama' },
    SHARED_SOURCE: {
      name: 'Satu sumber bersama',
      meaning: 'khalayak yang mengikuti sumber yang sama dalam hitungan menit',
    },
    ONE_HYPERACTIVE_ACCOUNT: {
      name: 'Satu akun sangat aktif',
      meaning: 'bukti yang melibatkan satu anggota paling aktif',
    },
    BURST_EVERYONE_JOINED: {
      name: 'Lonjakan yang diikuti semua orang',
      meaning: 'bukti dari saat banyak akun lain bertindak atas objek yang sama',
    },
    ON_THE_HOUR: { name: 'Terjadwal tepat pada jam', meaning: 'bukti pada waktu penjadwal biasa menerbitkan' },
  },
  ties: ID_TIES,
  spread: ID_SPREAD,
  coverage: ID_COVERAGE,
  method: ID_METHOD,
  windows: ID_WINDOWS,
  strongest: ID_STRONGEST,
  manifest: {
    heading: 'Manifes proses',
    runId: 'Id proses',
    inputHash: 'Masukan (SHA-256)',
    codeVersion: 'Kode',
    queryVersion: 'Versi kueri',
    reproduce: 'Cara mengulang',
    reproduceLead:
      'Dengan data yang sama, parameter di atas, dan kode ini, pemetaan isu memberi id proses dan bita yang sama. Laporan proses ini:',
    cite: 'Cara mengutip',
    citation: (title, run, code, from, to) =>
      `Laporan penyebaran isu “${title}”, proses ${run}, dibuat dengan ${code} dari data ${from} sampai ${to}.`,
    footer: 'Laporan ini tidak memuat apa pun dari jaringan dan dapat disimpan sebagai satu berkas.',
  },
};
