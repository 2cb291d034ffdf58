import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Account } from './references.type.js';

@ObjectType({ description: 'An account in the picture of the spread network.' })
export class PictureNode {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Int, { description: 'Number of its community.' })
  community!: number;

  @Field(() => Float, { description: 'Place from left to right, from 0 to 1.' })
  x!: number;

  @Field(() => Float, { description: 'Place from top to bottom, from 0 to 1.' })
  y!: number;

  @Field(() => Int, { description: 'How often others amplified it, in the whole network.' })
  amplified!: number;
}

@ObjectType({ description: 'An edge in the picture: the target amplified the source.' })
export class PictureLink {
  @Field(() => Int, { description: 'Index of the source in `nodes`.' })
  source!: number;

  @Field(() => Int, { description: 'Index of the target in `nodes`.' })
  target!: number;

  @Field(() => Int, { description: 'How often.' })
  weight!: number;
}

@ObjectType({
  description: 'A drawing of the spread network, small enough to come whole: it says how much of the network it shows.',
})
export class SpreadPicture {
  @Field(() => Int, { description: 'Accounts of the network.' })
  accounts!: number;

  @Field(() => Int, { description: 'How many of them it shows.' })
  accountsShown!: number;

  @Field(() => Int, { description: 'Edges of the network.' })
  edges!: number;

  @Field(() => Int, { description: 'How many of them it shows.' })
  edgesShown!: number;

  @Field(() => [PictureNode], { description: 'The accounts that it shows.' })
  nodes!: readonly PictureNode[];

  @Field(() => [PictureLink], { description: 'The edges that it shows.' })
  links!: readonly PictureLink[];
}
