import { NO_ROW } from '#domain/mention-columns.js';
import { PackedDictionary } from '#domain/packed-dictionary.js';
import { isRegionCode, provinceOf } from '#domain/region.js';
import type { PlaceCodes } from './file-mentions.js';

/** Regions as their provinces; a name that is no Kemendagri code stands for itself. */
export function provinceCodes({ codes, names }: PlaceCodes): PlaceCodes {
  const provinces = new PackedDictionary();
  const provinceOfCode = Uint32Array.from({ length: names.length }, (_, code) => {
    const name = names.at(code);
    return provinces.codeOf(isRegionCode(name) ? provinceOf(name) : name);
  });
  return { codes: codes.map((code) => (code === NO_ROW ? NO_ROW : provinceOfCode[code]!)), names: provinces };
}
