import 'reflect-metadata';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RegionKind as RegionKindValue } from '#domain/region.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { toAgency } from './agency.mapper.js';
import { AgencyConnection } from './agency.type.js';
import type { AgenciesContext } from './context.js';
import { type RegionNode, toRegion } from './region.mapper.js';
import { loadRegion } from './region.reference.js';
import { Region, RegionConnection, RegionKind } from './region.type.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'The region of a code; null where there is none.' })
  region(
    @Arg('code', () => ID, { description: 'Kemendagri code, such as `31` or `31.71`.' }) code: string,
    @Ctx() context: AgenciesContext,
  ) {
    return loadRegion(code, context);
  }

  @Query(() => RegionConnection, { description: 'Regions, ordered by code.' })
  async regions(
    @Arg('kinds', () => [RegionKind], { nullable: true, description: 'Only these kinds.' })
    kinds: RegionKindValue[] | null,
    @Arg('parent', () => ID, { nullable: true, description: 'Only what lies in the province of this code.' })
    parent: string | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: AgenciesContext,
  ) {
    const filter = { kinds: kinds ?? undefined, parentCode: parent ?? undefined };
    return toConnection(await store.regions.page(filter, pageOf(page)), toRegion);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The province that it lies in; null for a province.' })
  parent(@Root() region: RegionNode, @Ctx() context: AgenciesContext) {
    return region.parentCode === null ? null : loadRegion(region.parentCode, context);
  }

  @FieldResolver(() => AgencyConnection, { description: 'Agencies that serve it or what lies in it, ordered by id.' })
  async agencies(
    @Root() region: RegionNode,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: AgenciesContext,
  ) {
    return toConnection(await store.agencies.page({ regionCode: region.code }, pageOf(page)), toAgency);
  }
}
