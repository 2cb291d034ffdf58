import 'reflect-metadata';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { AgencyKind as AgencyKindValue } from '#domain/agency.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { regionCodeOf } from '../filter-values.js';
import { type AgencyNode, toAgency } from './agency.mapper.js';
import { loadAgency } from './agency.reference.js';
import { Agency, AgencyConnection, AgencyKind } from './agency.type.js';
import type { AgenciesContext } from './context.js';
import { loadRegion } from './region.reference.js';
import { Region } from './region.type.js';

@ArgsType()
class AgencyArguments extends PageArguments {
  @Field(() => [AgencyKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: AgencyKindValue[] | null;

  @Field(() => ID, { nullable: true, description: 'Only agencies of the region of this code and of what lies in it.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only units of the agency of this id.' })
  parent?: string | null;
}

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: 'The agency of an id; null where there is none.' })
  agency(@Arg('id', () => ID, { description: 'Id of the agency.' }) id: string, @Ctx() context: AgenciesContext) {
    return loadAgency(id, context);
  }

  @Query(() => AgencyConnection, { description: 'Agencies, ordered by id.' })
  async agencies(@Args(() => AgencyArguments) asked: AgencyArguments, @Ctx() { store }: AgenciesContext) {
    const { kinds, region, parent } = asked;
    const filter = {
      kinds: kinds ?? undefined,
      regionCode: regionCodeOf(region, 'region'),
      parentId: parent ?? undefined,
    };
    return toConnection(await store.agencies.page(filter, pageOf(asked)), toAgency);
  }

  @FieldResolver(() => Region, { description: 'The region it serves; for a national agency, the region of its seat.' })
  region(@Root() agency: AgencyNode, @Ctx() context: AgenciesContext) {
    return loadRegion(agency.regionCode, context);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency that it is a unit of.' })
  parent(@Root() agency: AgencyNode, @Ctx() context: AgenciesContext) {
    return agency.parentId === null ? null : loadAgency(agency.parentId, context);
  }

  @FieldResolver(() => AgencyConnection, { description: 'Its units, ordered by id.' })
  async units(
    @Root() agency: AgencyNode,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: AgenciesContext,
  ) {
    return toConnection(await store.agencies.page({ parentId: agency.id }, pageOf(page)), toAgency);
  }
}
