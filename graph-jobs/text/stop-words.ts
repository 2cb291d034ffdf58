/**
 * Words of Indonesian that say little by themselves. Written for this project (Apache-2.0): the lists in common use go back to a
 * thesis whose terms are not stated. Negations are not among them: `tidak`, `bukan`, `belum`, `jangan`, `tanpa` turn what a
 * sentence says, in an opinion as in a claim.
 */
const WORDS = `
ada adalah agar akan aku anda antara apa apabila apakah atas atau bagaimana bagi bahwa banyak baru beberapa begini begitu berbagai
berupa bila bisa boleh buat cara dalam dan dapat dari daripada demi demikian dengan di dia dirinya dulu guna hal hampir hanya
harus hingga ia ialah ini itu itulah jadi jika juga kalau kali kalian kami kamu kan karena ke kemudian kenapa kepada ketika khusus
kita lagi lah lain lainnya lalu lebih maka makin malah mana masih masing mau melalui memang mengapa menjadi menurut mereka merupakan
meski meskipun mungkin namun nan nanti nya oleh pada para paling pasti per pernah pula pun saat saja sambil sampai sama sana
sang sangat saya se sebab sebagai sebagaimana sebelum sebuah secara sedang sehingga sejak sekali sekarang sekitar selain selalu
selama seluruh semakin sementara semua seorang seperti serta sesuai sesudah sesuatu setelah setiap si siapa sini situ suatu sudah
supaya tadi tapi telah tentang tentu terhadap termasuk terus tetapi tiap tiba tersebut toh untuk usah walau walaupun yaitu yakni yang
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
