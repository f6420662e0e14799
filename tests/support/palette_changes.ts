import { listFavorites } from "../../server/domain/favorites/list.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { findProject } from "../../server/domain/projects/find.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { findView } from "../../server/domain/saved_views/list.ts";
import type { PaletteUse } from "./palette.ts";

/** Returns a function for ordinary reads, which must show the effects of palette commands. */
export function paletteReader({ fullCast }: PaletteUse) {
  // deno-lint-ignore no-explicit-any -- any read of the domain, with any input
  const run = <O>(operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(fullCast.world.services, fullCast.bao.member, operation, input);
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

/** A command and its input, its message, and the result in an ordinary read. Braces contain names of records. */
type ChangeStep = [
  command: string,
  record: string,
  value: string | null,
  message: RegExp,
  seen: Seen,
  becomes: unknown,
];

/** Every change, in an order in which each one has an effect. */
export const changeSteps: ChangeStep[] = [
  [
    "task.setStatus",
    "task",
    "progressed",
    /^ENG-1 marked as in progress$/,
    task("status"),
    "progressed",
  ],
  [
    "task.assign",
    "task",
    "{lea}",
    /^ENG-1 assigned to Lea Brandt$/,
    task("assigneeId"),
    "{lea}",
  ],
  ["task.unassign", "task", null, /^ENG-1 unassigned$/, task("assigneeId"), null],
  [
    "task.setPriority",
    "task",
    "urgent",
    /^Priority of ENG-1 changed to urgent$/,
    task("priority"),
    "urgent",
  ],
  [
    "task.setDeadline",
    "task",
    "2026-04-02",
    /^Deadline of ENG-1 changed to 2 April 2026$/,
    task("deadlineAt"),
    "2026-04-02",
  ],
  ["task.clearDeadline", "task", null, /^Deadline of ENG-1 cleared$/, task("deadlineAt"), null],
  [
    "task.setProject",
    "task",
    "{project}",
    /^ENG-1 moved to Gatehouse$/,
    task("projectId"),
    "{project}",
  ],
  [
    "task.setMilestone",
    "task",
    "{milestone}",
    /^Milestone of ENG-1 changed$/,
    task("milestoneId"),
    "{milestone}",
  ],
  ["task.clearMilestone", "task", null, /^Milestone of ENG-1 cleared$/, task("milestoneId"), null],
  [
    "task.setParent",
    "task",
    "ENG-2",
    /^Parent task of ENG-1 changed$/,
    task("parentId"),
    "{otherTask}",
  ],
  ["task.clearParent", "task", null, /^Parent task of ENG-1 cleared$/, task("parentId"), null],
  [
    "task.setTeam",
    "otherTask",
    "{support}",
    /^Team of SUP-1 changed$/,
    (read, ids) => read.task(ids.otherTask!).then(({ teamId }) => teamId),
    "{support}",
  ],
  ["task.clearProject", "task", null, /^ENG-1 removed from its project$/, task("projectId"), null],
  ["task.addLabel", "task", "{label}", /^Label Hinge added to ENG-1$/, task("tags"), [
    "Bug",
    "Hinge",
  ]],
  ["task.removeLabel", "task", "bug", /^Label Bug removed from ENG-1$/, task("tags"), ["Hinge"]],
  ["task.favorite", "task", null, /^ENG-1 added to favorites$/, pinned("task"), true],
  ["task.unfavorite", "task", null, /^ENG-1 removed from/, pinned("task"), false],
  ["task.follow", "task", null, /^Following ENG-1$/, following, true],
  ["task.unfollow", "task", null, /^Unfollowed ENG-1$/, following, false],
  [
    "draft.publish",
    "draft",
    null,
    /^ENG-3 published$/,
    (read, ids) => read.task(ids.draft!).then(({ draft }) => draft),
    false,
  ],
  [
    "draft.discard",
    "secondDraft",
    null,
    /^Draft ENG-5 discarded$/,
    async (read, ids) => (await read.task(ids.secondDraft!)).archivedAt !== null,
    true,
  ],
  [
    "project.setStatus",
    "project",
    "active",
    /^Gatehouse marked as active$/,
    project("statusSource"),
    "override",
  ],
  [
    "project.setLead",
    "project",
    "me",
    /^Lead of Gatehouse changed to Bảo Nguyễn$/,
    project("leadId"),
    "{bao}",
  ],
  [
    "project.setPriority",
    "project",
    "low",
    /^Priority of Gatehouse changed to low$/,
    project("priority"),
    "low",
  ],
  [
    "project.setStartDate",
    "project",
    "2026-04-02",
    /^Start date of Gatehouse changed to 2 April 2026$/,
    project("startDate"),
    "2026-04-02",
  ],
  [
    "project.setTargetDate",
    "project",
    "2026-05-02",
    /^Target date of Gatehouse changed to 2 May 2026$/,
    project("targetDate"),
    "2026-05-02",
  ],
  [
    "project.clearStartDate",
    "project",
    null,
    /^Start date of Gatehouse cleared$/,
    project("startDate"),
    null,
  ],
  [
    "project.clearTargetDate",
    "project",
    null,
    /^Target date of Gatehouse cleared$/,
    project("targetDate"),
    null,
  ],
  [
    "project.addLabel",
    "project",
    "Masonry",
    /^Label Masonry added to Gatehouse$/,
    async (read, ids) => (await read.project(ids.project!)).labels.map(({ name }) => name),
    ["Masonry"],
  ],
  [
    "project.removeLabel",
    "project",
    "{projectLabel}",
    /^Label Masonry removed from Gatehouse$/,
    async (read, ids) => (await read.project(ids.project!)).labels,
    [],
  ],
  [
    "project.favorite",
    "project",
    null,
    /^Gatehouse added to favorites$/,
    pinned("project"),
    true,
  ],
  [
    "project.unfavorite",
    "project",
    null,
    /^Gatehouse removed from/,
    pinned("project"),
    false,
  ],
  ["team.favorite", "eng", null, /^Engineering added to favorites$/, pinned("eng"), true],
  ["team.unfavorite", "eng", null, /^Engineering removed from/, pinned("eng"), false],
  ["view.favorite", "view", null, /^All open added to favorites$/, pinned("view"), true],
  ["view.unfavorite", "view", null, /^All open removed from/, pinned("view"), false],
  [
    "view.subscribe",
    "view",
    null,
    /^Subscribed to All open$/,
    async (read, ids) => (await read.view(ids.view!)).subscribed,
    true,
  ],
  [
    "view.unsubscribe",
    "view",
    null,
    /^Unsubscribed from All open$/,
    async (read, ids) => (await read.view(ids.view!)).subscribed,
    false,
  ],
  [
    "view.archive",
    "view",
    null,
    /^All open archived$/,
    async (read, ids) => (await read.view(ids.view!)).archivedAt !== null,
    true,
  ],
  [
    "task.archive",
    "task",
    null,
    /^ENG-1 archived$/,
    async (read, ids) => (await read.task(ids.task!)).archivedAt !== null,
    true,
  ],
];
