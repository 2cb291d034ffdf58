import 'reflect-metadata';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import type { Behaviour as BehaviourValue } from '#domain/action.js';
import type {
  CommunityMethod as CommunityMethodValue,
  EngineChoice as EngineChoiceValue,
} from '#domain/graph-engine.js';
import type { DetectionMode as DetectionModeValue } from '#domain/run.js';
import { describedEnum } from '#platform/described-enum.js';

export const Behaviour = describedEnum<BehaviourValue>('Behaviour', 'What accounts can do alike.', {
  CO_REPOST: 'Repost the same mention.',
  CO_LINK: 'Share the same link, tracking parameters aside.',
  CO_HASHTAG: 'Use the same hashtag.',
  CO_REPLY: 'Answer the same mention.',
  CO_MEDIA: 'Publish the same picture or video, or one nearly the same.',
  CO_HASHTAG_SET: 'Use the same two or more hashtags in one mention, in any order.',
  CO_HASHTAG_SEQUENCE: 'Use the same two or more hashtags in one mention, in the same order.',
  CO_TEXT: 'Write nearly the same text.',
});

export const EngineChoice = describedEnum<EngineChoiceValue>('EngineChoice', 'What measures the spread network.', {
  AUTO: 'Settled when the run starts, by the size of the network and by what the store can do. Never found in a run.',
  IN_PROCESS: 'The process that maps the issue.',
  GDS: 'Graph Data Science in the Neo4j server.',
});

export const CommunityMethod = describedEnum<CommunityMethodValue>('CommunityMethod', 'How communities are found.', {
  LOUVAIN: 'Blondel et al. 2008.',
  LEIDEN: 'Traag et al. 2019; needs the engine GDS.',
});

export const DetectionMode = describedEnum<DetectionModeValue>('DetectionMode', 'How pairs of accounts are judged.', {
  CALIBRATED: 'Against chance, by two tests; all behaviours and windows are one family of tests.',
  COMPATIBLE: 'By a fixed cut, as CooRTweet and coordination-network-toolkit do.',
});

const TOLD = {
  behaviours: 'What accounts must do alike.',
  mode: 'How pairs of accounts are judged.',
  fdr: 'Calibrated: the share of false ones that is accepted among the pairs kept.',
  windowsSeconds: 'Calibrated: two actions on one object at most so far apart are co-timed; each is tried.',
  windowSeconds: 'Compatible: two actions on one object at most this far apart are co-timed.',
  minParticipation: 'Compatible: accounts with fewer actions of a behaviour are left out.',
  minWeight: 'Compatible: pairs of accounts with fewer pairs of mentions are not kept.',
  engine: 'What measures the network.',
  communityMethod: 'How communities are found.',
  resolution: 'Resolution of the communities; larger gives smaller ones.',
  shuffledCopies: 'Shuffled copies of the data from which the chance rate is counted.',
  seed: 'Seed of everything random: the same seed gives the same result.',
};

@ObjectType({ description: 'Everything that decides the outcome of a run besides its input.' })
export class RunParameters {
  @Field(() => [Behaviour], { description: TOLD.behaviours })
  behaviours!: readonly BehaviourValue[];

  @Field(() => DetectionMode, { description: TOLD.mode })
  mode!: DetectionModeValue;

  @Field(() => Float, { description: TOLD.fdr })
  fdr!: number;

  @Field(() => [Float], { description: TOLD.windowsSeconds })
  windowsSeconds!: readonly number[];

  @Field(() => Float, { description: TOLD.windowSeconds })
  windowSeconds!: number;

  @Field(() => Int, { description: TOLD.minParticipation })
  minParticipation!: number;

  @Field(() => Int, { description: TOLD.minWeight })
  minWeight!: number;

  @Field(() => EngineChoice, { description: TOLD.engine })
  engine!: EngineChoiceValue;

  @Field(() => CommunityMethod, { description: TOLD.communityMethod })
  communityMethod!: CommunityMethodValue;

  @Field(() => Float, { description: TOLD.resolution })
  resolution!: number;

  @Field(() => Int, { description: TOLD.shuffledCopies })
  shuffledCopies!: number;

  @Field(() => Int, { description: TOLD.seed })
  seed!: number;
}

@InputType({ description: 'Parameters of a run; what is left out has its default.' })
export class RunParametersInput {
  @Field(() => [Behaviour], { nullable: true, description: TOLD.behaviours })
  behaviours?: BehaviourValue[] | null;

  @Field(() => DetectionMode, { nullable: true, description: TOLD.mode })
  mode?: DetectionModeValue | null;

  @Field(() => Float, { nullable: true, description: TOLD.fdr })
  fdr?: number | null;

  @Field(() => [Float], { nullable: true, description: TOLD.windowsSeconds })
  windowsSeconds?: number[] | null;

  @Field(() => Float, { nullable: true, description: TOLD.windowSeconds })
  windowSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: TOLD.minParticipation })
  minParticipation?: number | null;

  @Field(() => Int, { nullable: true, description: TOLD.minWeight })
  minWeight?: number | null;

  @Field(() => EngineChoice, { nullable: true, description: TOLD.engine })
  engine?: EngineChoiceValue | null;

  @Field(() => CommunityMethod, { nullable: true, description: TOLD.communityMethod })
  communityMethod?: CommunityMethodValue | null;

  @Field(() => Float, { nullable: true, description: TOLD.resolution })
  resolution?: number | null;

  @Field(() => Int, { nullable: true, description: TOLD.shuffledCopies })
  shuffledCopies?: number | null;

  @Field(() => Int, { nullable: true, description: TOLD.seed })
  seed?: number | null;
}
