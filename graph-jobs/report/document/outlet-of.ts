/** The site that a link leads to, without "www."; an empty text for what is no address. */
export function outletOf(link: string): string {
  if (!URL.canParse(link)) return '';
  return new URL(link).hostname.replace(/^www\./, '');
}
