/** What can measure a spread network: this process, or Graph Data Science in the Neo4j server. */
export const GRAPH_ENGINES = ['IN_PROCESS', 'GDS'] as const;
export type GraphEngineName = (typeof GRAPH_ENGINES)[number];

/** What can be asked for. AUTO is settled before a run has its id, and never found in a run. */
export const ENGINE_CHOICES = ['AUTO', ...GRAPH_ENGINES] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

export const COMMUNITY_METHODS = ['LOUVAIN', 'LEIDEN'] as const;
export type CommunityMethod = (typeof COMMUNITY_METHODS)[number];
