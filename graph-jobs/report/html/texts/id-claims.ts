import type { ClaimTexts } from './claim-texts.js';

export const ID_CLAIMS: ClaimTexts = {
  heading: 'Klaim dan bantahannya',
  lead: 'Klaim-klaim ini telah dinilai pemeriksa fakta. Oranglah yang menyatakan sebutan mana menyampaikan suatu klaim dan mana yang membantahnya; perangkat lunak tidak menilai sebutan apa pun. Menurut keputusan saat laporan ini ditulis, atas isu sebagaimana adanya saat itu: bukan bagian dari proses pemetaan.',
  shown: (shown, all) => `${shown} dari ${all} klaim yang memiliki sebutan terkonfirmasi, yang terbanyak lebih dulu.`,
  undecided: (claims, candidates) =>
    `Belum ada sebutan yang dikonfirmasi untuk ${claims} klaim lain; ${candidates} calon menunggu keputusan orang.`,
  rated: (publisher, rating) => `${publisher}: ${rating}`,
  factChecker: 'Pemeriksa fakta',
  noRating: 'tanpa penilaian',
  cut: 'Tidak semua sebutan dibaca: jumlahnya lebih dari 100.000.',
  outside: (reposts) =>
    `Tidak dihitung: ${reposts} unggahan ulang dari sebutan yang cocok dengan klaim tetapi tidak termasuk isu ini.`,
  roles: { TELLS: 'Menyampaikan klaim', DENIES: 'Membantah', CANDIDATE: 'Calon, belum diputuskan' },
  table: 'Sebutan menurut isinya',
  role: 'Isi',
  matches: 'Dikonfirmasi, atau ditemukan',
  reposts: 'Unggahan ulangnya',
  accounts: 'Akun',
  responses: 'Balasan, kutipan',
  signs: 'Dengan tanda bantahan',
  decidedBy: 'Dikonfirmasi oleh',
  chart: 'Klaim dan bantahannya',
  alt: (from, to) =>
    `Garis dari ${from} sampai ${to}: sebutan yang menyampaikan klaim, yang membantahnya, dan yang belum diputuskan. Angkanya ada pada tabel di bawah.`,
  from: 'Mulai',
  noRace:
    'Jeda belum dapat dihitung sebelum orang mengonfirmasi apa yang menyampaikan klaim dan apa yang membantahnya.',
  lagFirst: (span, isEarlier) =>
    `Bantahan pertama muncul ${span} ${isEarlier ? 'sebelum' : 'setelah'} klaim pertama kali disampaikan.`,
  lagHalf: (span, isEarlier) =>
    `Setengah dari bantahan sudah ada ${span} ${isEarlier ? 'sebelum' : 'setelah'} setengah dari penyampaian klaim.`,
  overlap: (share, area) =>
    `${share} sebutan yang menyampaikannya muncul bersamaan dengan bantahan pertama atau sesudahnya. Per jam, kedua kurva berbagi ${area} luasnya.`,
  reached: (reached, engaged) =>
    `Akun yang menyebarkan klaim dan kemudian mengunggah, mengunggah ulang, membalas, atau mengutip bantahan: ${reached}. Dari yang hanya membalas atau mengutip klaim: ${engaged}. Membaca tidak meninggalkan jejak: ini bukan jumlah yang melihatnya, dan bukan jumlah yang percaya.`,
  first: {
    TELLS: 'Yang pertama menyampaikan',
    DENIES: 'Yang pertama membantah',
    CANDIDATE: 'Calon pertama',
  },
  time: 'Waktu',
  account: 'Akun',
  mentions: 'Sebutan',
  network: (edges, times) => `Jejaring penyebaran di dalamnya memiliki ${edges} garis, dipakai ${times} kali.`,
  groups: 'Kelompok serentak dengan dua anggota atau lebih di dalamnya',
  group: 'Kelompok',
  members: 'Anggota',
  groupNote:
    'Yang mengikat suatu kelompok tidak mesti klaim ini: bukti, tingkat kebetulan, dan penjelasan wajarnya tertera bersamanya, dan menyatakan pada apa anggotanya bertindak.',
  noGroups: 'Tidak ada kelompok serentak dalam proses ini yang memiliki dua anggota di dalamnya.',
};
