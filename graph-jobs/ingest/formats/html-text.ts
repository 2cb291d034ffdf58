import { Parser } from 'htmlparser2';

/** What a piece of HTML says, and where its links lead. */
export interface HtmlContent {
  readonly text: string;
  /** Without those to the accounts and hashtags that a text names. */
  readonly links: readonly string[];
}

const HIDDEN = new Set(['script', 'style', 'template', 'noscript']);
const BLOCKS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'tr']);

/** The text of HTML as one reads it: a line a block, without what is not shown. */
export function readHtml(html: string): HtmlContent {
  if (!/[<&]/.test(html)) return { text: html.trim(), links: [] };
  const links: string[] = [];
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, { href = '', class: classes = '' }) {
      if (HIDDEN.has(name)) hidden += 1;
      if (BLOCKS.has(name)) text += '\n';
      if (name === 'a' && !/\b(mention|hashtag)\b/.test(classes) && /^https?:\/\//i.test(href)) links.push(href);
    },
    ontext(piece) {
      if (hidden === 0) text += piece;
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden -= 1;
      if (BLOCKS.has(name) && name !== 'br') text += '\n';
    },
  });
  parser.end(html);
  const lines = text.split('\n').map((line) => line.replace(/[ \t\r\u00a0]+/g, ' ').trim());
  return {
    text: lines
      .filter((line, i) => line !== '' || lines[i - 1] !== '')
      .join('\n')
      .replace(/\n{2,}/g, '\n')
      .trim(),
    links,
  };
}
