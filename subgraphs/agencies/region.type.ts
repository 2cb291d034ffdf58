import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { RegionKind as RegionKindValue } from '#domain/region.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { REGION } from '../entity-descriptions.js';

export const RegionKind = describedEnum<RegionKindValue>(
  'RegionKind',
  'What kind of administrative area a region is.',
  {
    PROVINCE: 'A province (provinsi).',
    REGENCY: 'A regency (kabupaten).',
    CITY: 'A city (kota).',
  },
);

@Directive('@key(fields: "code")')
@ObjectType({ description: REGION.type })
export class Region {
  @Field(() => ID, { description: REGION.code })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => RegionKind, { description: 'Province, regency or city.' })
  kind!: RegionKindValue;
}

export const RegionConnection = connectionType('Region', 'regions', () => Region);
