import { listFavorites } from "../../server/domain/favorites/list.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { findProject } from "../../server/domain/projects/find.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { findView } from "../../server/domain/saved_views/list.ts";
import type { PaletteUse } from "./palette.ts";

/** The ordinary reads, through which the palette's effects must be seen. */
export function paletteReader({ premises }: PaletteUse) {
  // deno-lint-ignore no-explicit-any -- any read of the domain, with any input
  const run = <O>(operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(premises.world.services, premises.bao.member, operation, input);
  return {
    task: async (taskId: string) => parseJson((await run(findTask, { taskId })).json),
    project: async (projectId: string) => parseJson((await run(findProject, { projectId })).json),
    view: async (viewId: string) => parseJson((await run(findView, { viewId })).json),
    favorites: async () => parseJson((await run(listFavorites, {})).records).map(({ id }) => id),
  };
}

type Seen = (
  read: ReturnType<typeof paletteReader>,
  ids: Record<string, string>,
) => Promise<unknown>;

const task = (field: string): Seen => async (read, ids) =>
  (await read.task(ids.task!) as unknown as Record<string, unknown>)[field];
const project = (field: string): Seen => async (read, ids) =>
  (await read.project(ids.project!) as unknown as Record<string, unknown>)[field];
const following: Seen = async (read, ids) =>
  (await read.task(ids.task!)).followers.some(({ id }) => id === ids.bao);
const pinned = (record: string): Seen => async (read, ids) =>
  (await read.favorites()).includes(ids[record]!);

/** A command and its input, what it tells, and what the ordinary read shows then. Records' names stand in braces. */
type ChangeStep = [
  command: string,
  record: string,
  value: string | null,
  message: RegExp,
  seen: Seen,
  becomes: unknown,
];

/** Every change, in an order in which each has something to change. */
export const changeSteps: ChangeStep[] = [
  [
    "task.setStatus",
    "task",
    "progressed",
    /^ENG-1 is in progress\.$/,
    task("status"),
    "progressed",
  ],
  [
    "task.assign",
    "task",
    "{lea}",
    /^ENG-1 is assigned to Lea Brandt\.$/,
    task("assigneeId"),
    "{lea}",
  ],
  ["task.unassign", "task", null, /^ENG-1 is assigned to nobody\.$/, task("assigneeId"), null],
  [
    "task.setPriority",
    "task",
    "urgent",
    /^ENG-1 has urgent priority\.$/,
    task("priority"),
    "urgent",
  ],
  [
    "task.setDeadline",
    "task",
    "2026-04-02",
    /^ENG-1 is due on 2 April 2026\.$/,
    task("deadlineAt"),
    "2026-04-02",
  ],
  ["task.clearDeadline", "task", null, /^ENG-1 has no deadline\.$/, task("deadlineAt"), null],
  [
    "task.setProject",
    "task",
    "{project}",
    /^ENG-1 is in Gatehouse\.$/,
    task("projectId"),
    "{project}",
  ],
  [
    "task.setMilestone",
    "task",
    "{milestone}",
    /^ENG-1 has another milestone\.$/,
    task("milestoneId"),
    "{milestone}",
  ],
  ["task.clearMilestone", "task", null, /^ENG-1 has no milestone\.$/, task("milestoneId"), null],
  [
    "task.setParent",
    "task",
    "ENG-2",
    /^ENG-1 has another parent task\.$/,
    task("parentId"),
    "{otherTask}",
  ],
  ["task.clearParent", "task", null, /^ENG-1 has no parent task\.$/, task("parentId"), null],
  [
    "task.setTeam",
    "otherTask",
    "{support}",
    /^SUP-1 has another team\.$/,
    (read, ids) => read.task(ids.otherTask!).then(({ teamId }) => teamId),
    "{support}",
  ],
  ["task.clearProject", "task", null, /^ENG-1 is in no project\.$/, task("projectId"), null],
  ["task.addLabel", "task", "{label}", /^ENG-1 has the label Hinge\.$/, task("tags"), [
    "Bug",
    "Hinge",
  ]],
  ["task.removeLabel", "task", "bug", /^ENG-1 doesn't have the label /, task("tags"), ["Hinge"]],
  ["task.favorite", "task", null, /^ENG-1 is in your favorites\.$/, pinned("task"), true],
  ["task.unfavorite", "task", null, /^ENG-1 is no longer in your/, pinned("task"), false],
  ["task.follow", "task", null, /^You follow ENG-1\.$/, following, true],
  ["task.unfollow", "task", null, /^You no longer follow ENG-1\.$/, following, false],
  [
    "draft.publish",
    "draft",
    null,
    /^ENG-3 is published\.$/,
    (read, ids) => read.task(ids.draft!).then(({ draft }) => draft),
    false,
  ],
  [
    "draft.discard",
    "secondDraft",
    null,
    /^The draft ENG-5 is discarded\.$/,
    async (read, ids) => (await read.task(ids.secondDraft!)).archivedAt !== null,
    true,
  ],
  [
    "project.setStatus",
    "project",
    "active",
    /^Gatehouse is active\.$/,
    project("statusSource"),
    "override",
  ],
  [
    "project.setLead",
    "project",
    "me",
    /^Bảo Nguyễn leads Gatehouse\.$/,
    project("leadId"),
    "{bao}",
  ],
  [
    "project.setPriority",
    "project",
    "low",
    /^Gatehouse has low priority\.$/,
    project("priority"),
    "low",
  ],
  [
    "project.setStartDate",
    "project",
    "2026-04-02",
    /^Gatehouse starts on 2 April 2026\.$/,
    project("startDate"),
    "2026-04-02",
  ],
  [
    "project.setTargetDate",
    "project",
    "2026-05-02",
    /^Gatehouse is due on 2 May 2026\.$/,
    project("targetDate"),
    "2026-05-02",
  ],
  [
    "project.clearStartDate",
    "project",
    null,
    /^Gatehouse has no start date\.$/,
    project("startDate"),
    null,
  ],
  [
    "project.clearTargetDate",
    "project",
    null,
    /^Gatehouse has no target date\.$/,
    project("targetDate"),
    null,
  ],
  [
    "project.addLabel",
    "project",
    "Masonry",
    /^Gatehouse has the label Masonry\.$/,
    async (read, ids) => (await read.project(ids.project!)).labels.map(({ name }) => name),
    ["Masonry"],
  ],
  [
    "project.removeLabel",
    "project",
    "{projectLabel}",
    /^Gatehouse doesn't have the label Masonry\.$/,
    async (read, ids) => (await read.project(ids.project!)).labels,
    [],
  ],
  [
    "project.favorite",
    "project",
    null,
    /^Gatehouse is in your favorites\.$/,
    pinned("project"),
    true,
  ],
  [
    "project.unfavorite",
    "project",
    null,
    /^Gatehouse is no longer in your/,
    pinned("project"),
    false,
  ],
  ["team.favorite", "eng", null, /^Engineering is in your favorites\.$/, pinned("eng"), true],
  ["team.unfavorite", "eng", null, /^Engineering is no longer in your/, pinned("eng"), false],
  ["view.favorite", "view", null, /^All open is in your favorites\.$/, pinned("view"), true],
  ["view.unfavorite", "view", null, /^All open is no longer in your/, pinned("view"), false],
  [
    "view.subscribe",
    "view",
    null,
    /^You hear of what comes into All open\.$/,
    async (read, ids) => (await read.view(ids.view!)).subscribed,
    true,
  ],
  [
    "view.unsubscribe",
    "view",
    null,
    /^You no longer hear of what comes into All open\.$/,
    async (read, ids) => (await read.view(ids.view!)).subscribed,
    false,
  ],
  [
    "view.archive",
    "view",
    null,
    /^The view All open is archived\.$/,
    async (read, ids) => (await read.view(ids.view!)).archivedAt !== null,
    true,
  ],
  [
    "task.archive",
    "task",
    null,
    /^ENG-1 is archived\.$/,
    async (read, ids) => (await read.task(ids.task!)).archivedAt !== null,
    true,
  ],
];
