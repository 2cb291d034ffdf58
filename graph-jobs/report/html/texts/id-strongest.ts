import type { ReportTexts } from './report-texts.js';

export const ID_STRONGEST: ReportTexts['strongest'] = {
  heading: 'Pasangan terkuat',
  by: 'Dengan',
  window: 'Jendela',
  occasions: 'Kesempatan',
  expected: 'Karena kebetulan',
  qWho: 'Tingkat keliru, siapa',
  qWhen: 'Tingkat keliru, kapan',
  pairs: 'Pasang sebutan',
  objects: 'Hal berbeda',
  tested:
    'Kesempatan adalah saat-saat terpisah ketika keduanya bertindak atas hal yang sama dalam jendela waktu. Karena kebetulan: berapa kesempatan yang akan dimiliki bersama oleh dua akun yang sama aktifnya pada waktu yang sama. Tingkat keliru adalah bagian temuan keliru yang harus diterima agar pasangan itu lolos: siapa, bahwa keduanya bertemu sesering itu; kapan, bahwa sebanyak itu dari hal yang ditindak keduanya jatuh dalam jendela. Makin kecil, makin sedikit yang dijelaskan oleh kebetulan. Untuk tiap pasangan ditampilkan jendela yang paling sedikit dijelaskan oleh kebetulan.',
  untested:
    'Proses ini memakai batas tetap jumlah pasang sebutan. Tidak ada pasangan yang dibandingkan dengan kebetulan: pasangan dengan banyak sebutan bisa saja dua akun yang aktif.',
  notKept:
    'Proses ini berasal dari masa sebelum angka tiap pasangan terhadap kebetulan disimpan. Petakan ulang isu untuk memperolehnya.',
};
