/** What GraphiQL opens with: a query that answers on any hub with data, in place of a page of comments. */
export const FIRST_QUERY = `# The newest mentions, and the region that the agency of their author serves.
# Ctrl-Space proposes fields; the book at the left describes all of them.
{
  mentions(first: 10) {
    nodes {
      publishedAt
      text
      account { label agency { name region { code name } } }
    }
  }
}
`;
