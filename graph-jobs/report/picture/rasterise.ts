import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';

/** The font of PNGs ships with the software: the same picture has the same bytes on every machine of a kind. */
export const PNG_FONT = 'DejaVu Sans';
const require = createRequire(import.meta.url);
const SCALE = 2;

/** What DejaVu Sans has letters for; others come from the fonts of the machine, as boxes where it has none. */
const COVERED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Inherited}\p{P}\p{S}\p{N}\p{Z}\s]*$/u;

/**
 * A PNG of an SVG with twice as many pixels as it has units, for print and dense screens. By Skia, which knows no style
 * attributes of SVG, has a licence like ours and installs without scripts; resvg has another licence (MPL).
 */
export async function rasterise(svg: string): Promise<Buffer> {
  registerFont();
  const image = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(SCALE * image.width, SCALE * image.height);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.encode('png');
}

export function registerFont(): void {
  GlobalFonts.registerFromPath(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), PNG_FONT);
  GlobalFonts.registerFromPath(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'), PNG_FONT);
}

/** Whether the font that ships has all letters of the text. */
export function hasLettersFor(text: string): boolean {
  return COVERED.test(text);
}
