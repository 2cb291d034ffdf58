import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { runParameters } from '#domain/run-parameters.js';
import type { SpreadContext } from './context.js';
import { type JobNode, toJob } from './job.mapper.js';
import { loadJob } from './job.reference.js';
import { Job } from './job.type.js';
import { loadRun, mustBeIssue } from './run.reference.js';
import { Run } from './run.type.js';
import { RunParametersInput } from './run-parameters.type.js';

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, { nullable: true, description: 'The job of an id; null where there is none.' })
  job(@Arg('id', () => ID, { description: 'Id of the job.' }) id: string, @Ctx() context: SpreadContext) {
    return loadJob(id, context);
  }

  @Mutation(() => Job, {
    description: 'Asks for an issue to be mapped. The same request that still waits is given back instead of a second.',
  })
  async requestRun(
    @Arg('issue', () => ID, { description: 'Id of the issue.' }) issue: string,
    @Arg('parameters', () => RunParametersInput, { nullable: true, description: 'Parameters; defaults where absent.' })
    parameters: RunParametersInput | null,
    @Ctx() context: SpreadContext,
  ) {
    const wanted = runParameters(parameters ?? {});
    await mustBeIssue(issue, context);
    return toJob(await context.store.jobs.request(issue, wanted));
  }

  @Mutation(() => Job, { description: 'Stops a job: a waiting one at once, a running one at its next step.' })
  async stopJob(@Arg('id', () => ID, { description: 'Id of the job.' }) id: string, @Ctx() { store }: SpreadContext) {
    return toJob(await store.jobs.stop(id));
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that came of it.' })
  run(@Root() job: JobNode, @Ctx() context: SpreadContext) {
    return job.runId === null ? null : loadRun(job.runId, context);
  }
}
