import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AgencyKind as AgencyKindValue } from '#domain/agency.js';
import { connectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { AGENCY } from '../entity-descriptions.js';

export const AgencyKind = describedEnum<AgencyKindValue>('AgencyKind', 'What kind of government body an agency is.', {
  MINISTRY: 'A ministry (kementerian).',
  INSTITUTION: 'A national institution (lembaga).',
  PROVINCE: 'The government of a province.',
  REGENCY: 'The government of a regency.',
  CITY: 'The government of a city.',
  UNIT: 'A unit of another agency (OPD, directorate, office).',
});

@Directive('@key(fields: "id")')
@ObjectType({ description: AGENCY.type })
export class Agency {
  @Field(() => ID, { description: AGENCY.id })
  id!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Abbreviation or everyday name.' })
  shortName!: string | null;

  @Field(() => AgencyKind, { description: 'Ministry, institution, local government or unit.' })
  kind!: AgencyKindValue;
}

export const AgencyConnection = connectionType('Agency', 'agencies', () => Agency);
