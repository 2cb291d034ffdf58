import { withoutElongation } from './elongation.js';
import { hashtagWords } from './hashtag-words.js';

const PLAIN = /^[ -~]*$/;
/** Nobody sees them, and they split words: joiners, direction marks, soft hyphens, fillers, variation selectors. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Control characters, and halves of pairs that stand for no character. */
const BROKEN = /[\p{Cc}\p{Cs}]/gu;
/** A link ends where plain ASCII does: in some scripts no space follows it. */
const LINK = /(?:h+t+p+s*:\/\/|www\.)[!-~]+/g;
/** How links are shortened and cut on social media, without the protocol: `bit.ly/abc`, `pic.twitter.com/abc`. */
const BARE_LINK = /(?<![\w.-])(?:[\w-]+\.)+(?:com|net|org|info|id|co|ly|me|be|gl|to|tv)\/[!-~]*/g;
const HANDLE = /@[\p{L}\p{N}\p{M}_.-]+/gu;
const HASHTAG = /#[\p{L}\p{N}\p{M}_]+/gu;
const SPACE = /\s+/g;

/**
 * A text of social media as people read it: NFKC, lower case, one space between words; without invisible characters, links and
 * handles; hashtags as the words that they are made of, lengthened words short (`bangeeet`, `wkwkwkwk`). Punctuation and emoji
 * stay: they may matter. The same again gives the same; docs/methods/text.md says why each step is there.
 */
export function normalizeSocialText(text: string): string {
  const visible = PLAIN.test(text) ? text : composed(text.replace(BROKEN, ' '));
  const spoken = visible.includes('#') ? visible.replace(HASHTAG, (tag) => ` ${hashtagWords(tag.slice(1))} `) : visible;
  const lower = spoken.toLowerCase();
  const small = PLAIN.test(lower) ? lower : composed(lower);
  const named = small.includes('@') ? withoutLinks(small).replace(HANDLE, ' ') : withoutLinks(small);
  // Again, since a link may have been hidden in a lengthened word.
  return withoutLinks(withoutElongation(named)).replace(SPACE, ' ').trim();
}

/** Compatibility forms can be made of invisible characters, and taking those away can bring a letter to its mark. */
function composed(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(INVISIBLE, '').normalize('NFKC');
}

function withoutLinks(text: string): string {
  const whole = text.includes('://') || text.includes('www.') ? text.replace(LINK, ' ') : text;
  return whole.includes('/') ? whole.replace(BARE_LINK, ' ') : whole;
}
