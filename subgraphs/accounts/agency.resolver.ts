import 'reflect-metadata';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccountLayer as AccountLayerValue } from '#domain/account.js';
import { PageArguments, pageOf, toConnection } from '#platform/connection.js';
import { toAccount } from './account.mapper.js';
import { AccountConnection, AccountLayer } from './account.type.js';
import { Agency } from './agency.type.js';
import type { AccountsContext } from './context.js';

@Resolver(() => Agency)
export class AgencyResolver {
  @FieldResolver(() => AccountConnection, { description: 'Accounts that it declares, ordered by id.' })
  async accounts(
    @Root() agency: Agency,
    @Arg('layers', () => [AccountLayer], { nullable: true, description: 'Only accounts declared in these layers.' })
    layers: AccountLayerValue[] | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { store }: AccountsContext,
  ) {
    const filter = { agencyId: agency.id, layers: layers ?? undefined };
    return toConnection(await store.accounts.page(filter, pageOf(page)), toAccount);
  }
}
