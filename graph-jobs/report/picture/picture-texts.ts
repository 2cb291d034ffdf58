import type { ReportLanguage } from '../html/texts/catalogues.js';

/** What a picture says besides what a report says too. */
export interface PictureTexts {
  readonly kind: string;
  readonly period: (from: string, to: string) => string;
  readonly run: (run: string, query: string) => string;
  readonly sizeOfCommunity: string;
  readonly lineBetween: string;
  readonly shownCommunities: (shown: string, all: string, accounts: string, allAccounts: string) => string;
  readonly shownPairs: (links: string, pairs: string) => string;
  readonly community: (number: string, accounts: string) => string;
  readonly moreCommunities: (count: string) => string;
}

export const PICTURE_TEXTS: Readonly<Record<ReportLanguage, PictureTexts>> = {
  en: {
    kind: 'Spread network',
    period: (from, to) => `Data from ${from} to ${to}`,
    run: (run, query) => `Run ${run}, query version ${query}`,
    sizeOfCommunity: 'A circle is a community of accounts; its area says of how many.',
    lineBetween:
      'A line joins two communities when accounts of one reposted, quoted or answered accounts of the other; the thicker, the more often.',
    shownCommunities: (shown, all, accounts, allAccounts) =>
      `Shown: ${shown} of ${all} communities${shown === all ? '' : ', the largest ones'}, with ${accounts} of ${allAccounts} accounts.`,
    shownPairs: (links, pairs) =>
      `${links} of ${pairs} lines between them${links === pairs ? '' : ', the heaviest ones'}.`,
    community: (number, accounts) => `Community ${number} (${accounts} accounts)`,
    moreCommunities: (count) => `and ${count} smaller ones`,
  },
  id: {
    kind: 'Jejaring penyebaran',
    period: (from, to) => `Data dari ${from} sampai ${to}`,
    run: (run, query) => `Proses ${run}, versi kueri ${query}`,
    sizeOfCommunity: 'Satu lingkaran adalah satu komunitas akun; luasnya menunjukkan jumlah akunnya.',
    lineBetween:
      'Garis menghubungkan dua komunitas bila akun di salah satunya membagikan ulang, mengutip, atau membalas akun di yang lain; makin tebal, makin sering.',
    shownCommunities: (shown, all, accounts, allAccounts) =>
      `Tampil: ${shown} dari ${all} komunitas${shown === all ? '' : ', yang terbesar'}, dengan ${accounts} dari ${allAccounts} akun.`,
    shownPairs: (links, pairs) =>
      `${links} dari ${pairs} garis di antaranya${links === pairs ? '' : ', yang terberat'}.`,
    community: (number, accounts) => `Komunitas ${number} (${accounts} akun)`,
    moreCommunities: (count) => `dan ${count} yang lebih kecil`,
  },
};
