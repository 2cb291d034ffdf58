import { STREAMS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW, type StringColumn } from '#domain/mention-columns.js';
import { PackedDictionary } from '#domain/packed-dictionary.js';
import { isRegionCode, provinceOf } from '#domain/region.js';

/** A place of every mention, by code. */
export interface PlaceCodes {
  /** NO_ROW where unknown. */
  readonly codes: Uint32Array;
  readonly names: StringColumn;
}

/** Where the mentions of an issue are, by three kinds of place; news or social is known of every mention. */
export interface MentionPlaces {
  readonly platforms: PlaceCodes;
  readonly provinces: PlaceCodes;
  readonly streams: PlaceCodes;
}

export function mentionPlaces(
  columns: Pick<MentionColumns, 'platform' | 'platforms' | 'region' | 'regions' | 'stream'>,
): MentionPlaces {
  return {
    platforms: { codes: Uint32Array.from(columns.platform), names: strings(columns.platforms) },
    provinces: provinceCodes({ codes: columns.region, names: strings(columns.regions) }),
    streams: { codes: Uint32Array.from(columns.stream), names: strings(STREAMS) },
  };
}

/** Regions as their provinces; a name that is no Kemendagri code stands for itself. */
export function provinceCodes({ codes, names }: PlaceCodes): PlaceCodes {
  const provinces = new PackedDictionary();
  const provinceOfCode = Uint32Array.from({ length: names.length }, (_, code) => {
    const name = names.at(code);
    return provinces.codeOf(isRegionCode(name) ? provinceOf(name) : name);
  });
  return { codes: codes.map((code) => (code === NO_ROW ? NO_ROW : provinceOfCode[code]!)), names: provinces };
}

function strings(names: readonly string[]): StringColumn {
  return { length: names.length, at: (row) => names[row]! };
}
