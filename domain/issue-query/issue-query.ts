/** A parsed issue query. Words are as wordsOf() gives them; times are Unix milliseconds. */
export type IssueQuery =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly IssueQuery[] }
  | { readonly kind: 'not'; readonly term: IssueQuery }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly prefix: boolean }
  | { readonly kind: 'hashtag'; readonly hashtag: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'platform'; readonly platform: string }
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'dates'; readonly from: number; readonly until: number };
