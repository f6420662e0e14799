import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { updateTasks } from "../../server/domain/tasks/update_many.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import type { Cast, Person } from "./cast.ts";
import { planner } from "./projects.ts";

// Changes and undoes tasks. Each change is a second after the last one.

export type Patch = Record<string, unknown>;

export const read = async ({ world }: Cast, by: Person, taskId: string): Promise<TaskDetail> =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);
export const patch = async ({ world }: Cast, by: Person, taskId: string, patch: Patch) => {
  world.clock.advance({ seconds: 1 });
  await perform(world.services, by.member, updateTask, { taskId, patch });
};
export const patchMany = async ({ world }: Cast, by: Person, taskIds: string[], patch: Patch) => {
  world.clock.advance({ seconds: 1 });
  await perform(world.services, by.member, updateTasks, { taskIds, patch });
};
/** Returns the newest entry in a task's activity. */
export const newest = async (cast: Cast, taskId: string) =>
  (await read(cast, cast.ada, taskId)).activity.at(-1)!;
export const undo = async ({ world }: Cast, by: Person, activityId: string, backTo?: string) => {
  world.clock.advance({ seconds: 1 });
  const input = { activityId, ...(backTo ? { backTo } : {}) };
  const { tasks, left } = await perform(world.services, by.member, undoTasks, input);
  return { tasks: parseJson(tasks), left };
};

/** Returns operations and undos of this cast, each a second after the last one. */
export const acts = (cast: Cast) => {
  const run: ReturnType<typeof planner>["run"] = (by, operation, input) => {
    cast.world.clock.advance({ seconds: 1 });
    return planner(cast).run(by, operation, input);
  };
  return {
    run,
    read: (by: Person, taskId: string) => read(cast, by, taskId),
    newest: async (by: Person, taskId: string) =>
      (await read(cast, by, taskId)).activity.at(-1)!.id,
    undo: (by: Person, activityId: string) => run(by, undoTasks, { activityId }),
  };
};
