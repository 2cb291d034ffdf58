import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import type { PathOutcome as PathOutcomeValue } from '#domain/spread-walk/find-spread-path.js';
import { countedConnectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { Account, Mention } from './references.type.js';

export const PathOutcome = describedEnum<PathOutcomeValue>('PathOutcome', 'What the search for a path came to.', {
  FOUND: 'A shortest path was found.',
  NO_PATH: 'All was searched: no path leads there, of any length.',
  NONE_WITHIN_LENGTH: 'No path of `searchedLength` steps or fewer leads there. There may be a longer one.',
  SEARCH_CAPPED:
    'The search was broken off: the next step has more edges than one search may read. No path of `searchedLength` steps or fewer leads there; whether there is a longer one is not known.',
});

@ObjectType({ description: 'A mention by which one account amplified another.' })
export class AmplifyingMention {
  @Field(() => Mention, { description: 'The repost, quote or reply.' })
  mention!: Mention;

  @Field(() => Mention, { description: 'What it reposts, quotes or answers.' })
  parent!: Mention;
}

export const AmplifyingMentionConnection = countedConnectionType(
  'AmplifyingMention',
  'mentions behind a step',
  () => AmplifyingMention,
);

@ObjectType({ description: 'One edge of the spread network: `to` amplified `from`.' })
export class SpreadStep {
  @Field(() => Account, { description: 'Whose mentions were amplified.' })
  from!: Account;

  @Field(() => Account, { description: 'Who amplified them.' })
  to!: Account;

  @Field(() => Int, { description: 'How often, when the run read the mentions.' })
  weight!: number;
}

@ObjectType({
  description:
    'A way along the spread network from one account to another. It is static: each step happened, but not always after the one before it, so that nothing need have travelled the whole way.',
})
export class SpreadPath {
  @Field(() => PathOutcome, { description: 'Whether there is a path, and how sure that is.' })
  outcome!: PathOutcomeValue;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps of the path; 0 from an account to itself, null where none was found.',
  })
  length!: number | null;

  @Field(() => [Account], { description: 'The accounts on the path, both ends included; empty where none was found.' })
  accounts!: readonly Account[];

  @Field(() => [SpreadStep], { description: 'The steps of the path in their order.' })
  steps!: readonly SpreadStep[];

  @Field(() => Int, { description: 'All paths of up to so many steps were looked at.' })
  searchedLength!: number;

  @Field(() => Int, { description: 'Edges read by the search.' })
  searchedEdges!: number;
}
