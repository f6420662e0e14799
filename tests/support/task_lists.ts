import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { type Task, taskSorts } from "../../server/domain/tasks/schema.ts";
import type { Cast } from "./cast.ts";

/** Orders that work for any list of tasks. Manual order needs a single team. */
export const sorts = taskSorts.filter((sort) => sort !== "position");

/** Returns one page of tasks as Ada sees them. */
export const list = async ({ world, ada }: Cast, query: Record<string, unknown> = {}) => {
  const page = await perform(world.services, ada.member, listTasks, query);
  return { tasks: parseJson<Task[]>(page.records), nextCursor: page.nextCursor };
};
/** Returns the titles of the same page. */
export const titles = async (cast: Cast, query: Record<string, unknown>) =>
  (await list(cast, query)).tasks.map(({ title }) => title);

/** Creates six tasks, a minute apart, that differ in every filtered property. */
export async function stock(cast: Cast) {
  const { ada, chidi } = cast;
  const inputs: Record<string, unknown>[] = [
    { title: "Mend the gate", priority: "high", tags: ["Bug"], assigneeId: "me" },
    { title: "Paint the gate", status: "planned", deadlineAt: "2026-05-02" },
    { title: "Oil the hinge", status: "progressed", assigneeId: chidi.member.profile.id },
    { title: "Order new hinges", status: "completed", tags: ["Feature", "Bug"] },
    { title: "Hire a gardener", teamId: "PPL", priority: "low", deadlineAt: "2026-04-02" },
    { title: "An idea", draft: true, description: "Plant **hollyhocks** along the fence" },
  ];
  for (const input of inputs) {
    await cast.task(ada, input);
    cast.world.clock.advance({ minutes: 1 });
  }
}

/** Returns the titles on each page of a list, one after another. */
export async function allPages(cast: Cast, query: object, limit: number): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cast, { ...query, limit, ...(cursor ? { cursor } : {}) });
    assert.ok(page.tasks.length <= limit);
    found.push(...page.tasks.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}
