import { createMilestone } from "../../server/domain/milestones/create.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { findProject, type VersionedProject } from "../../server/domain/projects/find.ts";
import type { Milestone, ProjectDetail } from "../../server/domain/projects/schema.ts";
import { updateProject } from "../../server/domain/projects/update.ts";
import type { VersionedTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import type { Cast, Person } from "./cast.ts";

/** Common actions in tests of projects. Each is done by a given person and returns whole records. */
export function planner(cast: Cast) {
  const { services } = cast.world;
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const run = <O>(by: Person, operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(services, by.member, operation, input);
  const whole = async (found: Promise<VersionedProject>): Promise<ProjectDetail> =>
    parseJson((await found).json);
  return {
    run,
    whole,
    project: (by: Person, input: Record<string, unknown> = {}) =>
      whole(run(by, createProject, { name: "Website relaunch", ...input })),
    read: (by: Person, projectId: string) => whole(run(by, findProject, { projectId })),
    patch: (by: Person, projectId: string, patch: Record<string, unknown>) =>
      whole(run(by, updateProject, { projectId, patch })),
    milestone: (by: Person, projectId: string, name: string): Promise<Milestone> =>
      run(by, createMilestone, { projectId, name }),
    async patchTask(by: Person, taskId: string, patch: Record<string, unknown>) {
      const found: VersionedTask = await run(by, updateTask, { taskId, patch });
      return parseJson<TaskDetail>(found.json);
    },
  };
}
