import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A group of an earlier run that a co-timed group is again, since most of the accounts are the same.',
})
export class GroupPredecessor {
  @Field(() => Int, { description: 'Accounts that are in both.' })
  stayed!: number;

  @Field(() => Int, { description: 'Accounts that were not in the earlier one.' })
  joined!: number;

  @Field(() => Int, { description: 'Accounts of the earlier one that are not in it any more.' })
  left!: number;
}

@ObjectType({ description: 'The same co-timed group from run to run of an issue, as far as its members mostly stay.' })
export class GroupLineage {
  @Field(() => ID, {
    description: 'Id of the group as it was first found: the same in every later run that finds it again.',
  })
  stableId!: string;

  @Field(() => GroupPredecessor, {
    nullable: true,
    description: 'The group that it was compared with, of the newest earlier run that has it; null in the first.',
  })
  predecessor?: GroupPredecessor | null;
}
