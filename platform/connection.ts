import 'reflect-metadata';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { DEFAULT_PAGE, LARGEST_PAGE, type Page, type PageRequest, pageRequest } from '#domain/paging.js';

/** The arguments of every list. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE,
    description: `How many items to give, up to ${LARGEST_PAGE}; more is refused with PAGE_TOO_LARGE.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item already seen: pageInfo.endCursor of the page before. Absent for the start.',
  })
  after?: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list ends and whether the list goes on.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Cursor of the last item of this page; pass it as `after`.' })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage!: boolean;
}

/** What a resolver gives for a list: the page, and the count where one can be asked for. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly count?: () => Promise<number>;
}

/** Reads the arguments of a list. Throws PAGE_TOO_LARGE or BAD_PARAMETERS. */
export function pageOf({ first, after }: PageArguments): PageRequest {
  return pageRequest(first, after);
}

export function toConnection<Item, Node>(
  page: Page<Item>,
  toNode: (item: Item) => Node,
  count?: () => Promise<number>,
): Connection<Node> {
  const edges = page.items.map(({ node, cursor }) => ({ cursor, node: toNode(node) }));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: page.hasNextPage },
    ...(count && { count }),
  };
}

/** The classes of one kind of list: `<name>Connection` and `<name>Edge`. `plural` names the items in descriptions. */
export function connectionType(name: string, plural: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural} of a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Place of this item in the list.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class PageOfNodes {
    @Field(() => [node()], { description: 'The items of this page.' })
    nodes!: object[];

    @Field(() => [Edge], { description: 'The items of this page, each with its cursor.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;
  }
  return PageOfNodes;
}

/** As connectionType, with `totalCount`: the list is counted only when that field is asked for. */
export function countedConnectionType(name: string, plural: string, node: () => ClassType): ClassType {
  const Uncounted = connectionType(name, plural, node);

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.` })
  class CountedPage extends Uncounted {
    readonly count!: () => Promise<number>;

    @Field(() => Int, { description: `How many ${plural} the whole list holds. Counted when asked for.` })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return CountedPage;
}
