import 'reflect-metadata';
import { Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { shareIssue } from '#domain/issue-sharing.js';
import type { MentionsContext } from './context.js';
import { toIssue } from './issue.mapper.js';
import { Issue } from './issue.type.js';

@ArgsType()
class SharingArguments {
  @Field(() => ID, { description: 'Id of the issue.' })
  issue!: string;

  @Field(() => [ID], { nullable: true, description: 'Codes of regions whose units see it from now on.' })
  with?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of regions whose units see it no longer.' })
  notWith?: string[] | null;
}

@Resolver(() => Issue)
export class ShareIssueResolver {
  @Mutation(() => Issue, {
    description:
      'Shares an issue with regions, and with others no longer. What is asked for twice is there once. A city is not taken out while its province stays: name the parts of it instead.',
  })
  async shareIssue(@Args(() => SharingArguments) asked: SharingArguments, @Ctx() { store, issues }: MentionsContext) {
    const shared = await shareIssue(store, asked.issue, { with: asked.with ?? [], notWith: asked.notWith ?? [] });
    issues.clear(asked.issue);
    return toIssue(shared);
  }
}
