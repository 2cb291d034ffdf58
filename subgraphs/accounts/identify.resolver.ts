import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { toAccount } from './account.mapper.js';
import type { AccountsContext } from './context.js';
import { AccountIdentity } from './identify.type.js';
import { identifyAccount } from './identify-account.js';

@Resolver()
export class IdentifyResolver {
  @Mutation(() => AccountIdentity, {
    description:
      'Looks behind the pseudonym of an account. Who asked, and what for, is in the audit log before the answer is given; where it cannot be logged, there is none.',
  })
  async identify(
    @Arg('account', () => ID, { description: 'Id of the account: its pseudonym.' }) id: string,
    @Arg('purpose', () => String, { description: 'What for, in 10 to 200 characters.' }) purpose: string,
    @Ctx() context: AccountsContext,
  ): Promise<AccountIdentity> {
    const account = await identifyAccount({ id, purpose, ...context });
    const { nativeId, handle, displayName } = account;
    return { account: toAccount(account), nativeId, handle, displayName };
  }
}
