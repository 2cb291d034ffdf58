import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/connection.js';
import { ISSUE } from '../entity-descriptions.js';
import { Agency, Region } from './references.type.js';

@ObjectType({ description: 'One version of the query of an issue.' })
export class QueryVersion {
  @Field(() => Int, { description: 'Number of the version; the first is 1.' })
  version!: number;

  @Field(() => String, { description: 'The boolean query.' })
  query!: string;

  @Field(() => GraphQLDateTime, { description: 'Since when it holds.' })
  since!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: ISSUE.type })
export class Issue {
  @Field(() => ID, { description: ISSUE.id })
  id!: string;

  @Field(() => String, { description: 'Title for people.' })
  title!: string;

  @Field(() => String, { description: 'The boolean query that mentions match.' })
  query!: string;

  @Field(() => Int, { description: 'Version of the query: it counts its changes, the first is 1.' })
  queryVersion!: number;

  @Field(() => Agency, { nullable: true, description: 'The agency that watches it.' })
  ownerAgency!: Agency | null;

  @Field(() => [Region], { description: 'Regions whose units see it besides the owner.' })
  sharedWith!: readonly Region[];

  @Field(() => GraphQLDateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const QueryVersionConnection = connectionType('QueryVersion', 'versions of a query', () => QueryVersion);
export const IssueConnection = connectionType('Issue', 'issues', () => Issue);
