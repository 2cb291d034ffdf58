import { outsideText } from './outside-text.js';

/** How platforms write their own names. */
const NAMES: Readonly<Record<string, string>> = {
  x: 'X',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  whatsapp: 'WhatsApp',
  linkedin: 'LinkedIn',
};

export function platformName(platform: string): string {
  const text = outsideText(platform, 60);
  return Object.hasOwn(NAMES, text) ? NAMES[text]! : text.charAt(0).toUpperCase() + text.slice(1);
}
