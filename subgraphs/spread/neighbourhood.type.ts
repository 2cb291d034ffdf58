import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import type { SpreadDirection as SpreadDirectionValue } from '#domain/spread-walk/walk-neighbourhood.js';
import { connectionType, countedConnectionType } from '#platform/connection.js';
import { describedEnum } from '#platform/described-enum.js';
import { Account } from './references.type.js';

export const SpreadDirection = describedEnum<SpreadDirectionValue>(
  'SpreadDirection',
  'Which way the spread network is walked.',
  {
    ALONG: 'With the spread: to those who amplified the account, and on to those who amplified them.',
    AGAINST: 'Against the spread: to those whom the account amplified, and on to those whom they amplified.',
    BOTH: 'Either way at every step.',
  },
);

@ObjectType({ description: 'An account in the neighbourhood of another.' })
export class Neighbour {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Int, { description: 'Steps between the two.' })
  distance!: number;

  @Field(() => Int, {
    description:
      'Amplifications between it and the accounts one step nearer, in the run; at least so many where `totalIsExact` is false.',
  })
  weight!: number;
}

@ObjectType({ description: 'An edge between two accounts of a neighbourhood: `to` amplified `from`.' })
export class NeighbourhoodLink {
  @Field(() => Account, { description: 'Whose mentions were amplified.' })
  from!: Account;

  @Field(() => Account, { description: 'Who amplified them.' })
  to!: Account;

  @Field(() => Int, {
    description: 'How often, when the run read the mentions. `spreadPath` between the two shows those behind it.',
  })
  weight!: number;
}

@ObjectType({
  description:
    'The accounts around one in the spread network of a run: the nearest first, among those the ones with the larger weight, then the lower id. It is static: steps need not follow each other in time.',
})
export class Neighbourhood {
  @Field(() => Int, { description: 'Accounts that `accounts` lists: the first of all.' })
  shown!: number;

  @Field(() => Int, { description: 'Accounts found, the one in the middle not counted.' })
  total!: number;

  @Field(() => Boolean, {
    description:
      'Whether there are no others. False: at least `total`; a walk reads a bounded number of edges, and of a level that has more it goes on from the first accounts until the edges of the next one do not fit.',
  })
  totalIsExact!: boolean;
}

export const NeighbourConnection = connectionType('Neighbour', 'accounts of a neighbourhood', () => Neighbour);
export const NeighbourhoodLinkConnection = countedConnectionType(
  'NeighbourhoodLink',
  'edges between accounts of a neighbourhood',
  () => NeighbourhoodLink,
);
