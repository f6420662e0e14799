import { type RawBuilder, sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import type { ListOrder } from "../../core/page.ts";
import { visibleProject } from "../../visibility/projects.ts";
import { andUnhidden, unhidden } from "../../visibility/teams.ts";
import { searchMatches } from "../../text/match.ts";
import { taskOrders } from "../order.ts";
import type { TaskSort } from "../schema.ts";
import type { TaskFilters } from "./schema.ts";
import { type Driver, drivingFilter, taskIdFor, type Walk } from "./driver.ts";
import { indexRangeOf, ranksOf } from "./index_range.ts";
import { byDeadline, byMoments } from "./times.ts";

type Condition = RawBuilder<unknown>;

/** The current record of a query over several filter values. */
export const EACH_ASKED = "asked.value";

function idOf(id: string): Condition {
  return id === EACH_ASKED ? sql.raw(EACH_ASKED) : sql`${id}`;
}

/** The source of tasks `t` and their order, so that the driving filter's index provides both. */
export interface TaskSource {
  from: RawBuilder<unknown>;
  order: ListOrder;
}

/**
 * Returns the source for `taskConditions`. A label's links contain its tasks in order, so no other tasks are read.
 * Tasks with a deadline and completed tasks have an index that adds that day to the order.
 */
export function taskSource(filters: TaskFilters, sort: TaskSort): TaskSource {
  const order = taskOrders[sort];
  const driver = drivingFilter(filters, sort);
  if (driver === "deadline") return { from: sql`tasks t indexed by tasks_newest_due`, order };
  if (driver === "completed") {
    return { from: sql`tasks t indexed by tasks_newest_completed`, order };
  }
  if (driver === "changed") return { from: sql`tasks t indexed by tasks_by_update`, order };
  if (driver !== "label") return { from: sql`tasks t`, order };
  return {
    from: sql`task_label_links chosen cross join tasks t on t.id = chosen.task_id`,
    order: { ...order, by: ["chosen.task_id"] },
  };
}

/**
 * Returns the conditions after `where` for an actor's filtered tasks, for a query from `taskSource`. SQLite has no
 * statistics here, so we choose the index: the most selective filter's condition stays plain, and a unary plus keeps
 * SQLite from using the others.
 * @param filters with IDs for all records, as `resolve_filters.ts` returns them
 * @param sort the requested order; every index has creation order, and other orders have their own
 * @param matches the number of newest text matches to read; defaults to the maximum
 */
export function taskConditions(
  actor: Member,
  filters: TaskFilters,
  sort: TaskSort = "-createdAt",
  matches?: number,
): Condition {
  const driver = drivingFilter(filters, sort);
  return sql`${shelfOf(filters)} and ${narrowed(actor, filters, { sort, driver, matches })}`;
}

/** Returns the condition for archived tasks and drafts. Each index contains one of these conditions literally. */
function shelfOf({ archived, includeDrafts }: TaskFilters): Condition {
  if (archived) return sql`t.archived_at is not null`;
  return includeDrafts ? sql`t.archived_at is null` : sql`t.archived_at is null and t.draft = 0`;
}

/** Returns the conditions of the drafts that the actor can see, which are exactly those of their index. */
export function draftConditions(actor: Member, filters: TaskFilters): Condition {
  return sql`t.archived_at is null and t.draft = 1 and ${
    narrowed(actor, filters, { sort: "-createdAt", driver: "workspace" })
  }`;
}

function narrowed(actor: Member, filters: TaskFilters, walk: Walk): Condition {
  const { driver, matches } = walk;
  const column: Column = (name, drivers = []) =>
    sql.raw(drivers.includes(driver) ? `t.${name}` : `+t.${name}`);
  const workspace = column("workspace_id", [
    "workspace",
    "status",
    "project",
    "deadline",
    "completed",
    "changed",
  ]);
  const all: Condition[] = [
    sql`${workspace} = ${actor.workspace.id}`,
    ...unhidden(actor, "+t.team_id"),
    ...byRecords(actor, filters, column),
    ...byParent(actor, filters, column),
    ...byWords(filters, column),
    ...byLabels(filters, driver),
    ...byDeadline(filters, walk),
    ...byMoments(filters, walk),
    ...indexRangeOf(filters, walk.sort),
  ];
  const { q, archived } = filters;
  if (q) all.push(searchMatches(actor, q, { most: matches, archived }));
  return sql.join(all, sql` and `);
}

/** Returns a column of a task, with a plus unless one of the given filters is the driver. */
type Column = (name: string, drivers?: readonly Driver[]) => Condition;

/** The drivers that use a team's manual order. */
const byPosition = ["position", "positionAssignee", "positionProject"] as const;

/** Filters by a record that a task refers to in a column, with included and excluded values. */
const records = [
  { any: "teamId", none: "notTeamId", column: "team_id", drivers: ["team", ...byPosition] },
  {
    any: "projectId",
    none: "notProjectId",
    column: "project_id",
    drivers: ["project", "projectOnly", "orderInProject", "positionProject"],
  },
  { any: "milestoneId", none: "notMilestoneId", column: "milestone_id", drivers: ["milestone"] },
  { any: "creatorId", none: "notCreatorId", column: "creator_id", drivers: ["creator"] },
  {
    any: "assigneeId",
    none: "notAssigneeId",
    column: "assignee_id",
    drivers: ["assignee", "positionAssignee"],
  },
] as const;

function byRecords(actor: Member, filters: TaskFilters, column: Column): Condition[] {
  return records.flatMap(({ any, none, column: name, drivers }) => {
    const empty = (value: Condition) => isEmpty(actor, name, value);
    const all: Condition[] = [];
    if (filters[any]) all.push(isAmong(column(name, drivers), idsIn(actor, filters[any]), empty));
    if (filters[none]) {
      const { ids, orNone } = idsIn(actor, filters[none]);
      const value = column(name);
      if (ids.length > 0) all.push(sql`(${value} is null or ${value} not in (${sql.join(ids)}))`);
      if (orNone) all.push(sql`not (${empty(value)})`);
    }
    return all;
  });
}

/** The values of a filter: IDs, and whether tasks without a value match. */
interface Wanted {
  ids: string[];
  orNone: boolean;
}

function idsIn(actor: Member, words: readonly string[]): Wanted {
  const ids = words.filter((word) => word !== "none")
    .map((word) => word === "me" ? actor.profile.id : word);
  return { ids: [...new Set(ids)], orNone: words.includes("none") };
}

function isAmong(
  value: Condition,
  { ids, orNone }: Wanted,
  empty: (value: Condition) => Condition,
): Condition {
  if (ids.length === 0) return empty(value);
  const among = ids.length === 1
    ? sql`${value} = ${idOf(ids[0]!)}`
    : sql`${value} in (${sql.join(ids)})`;
  return orNone ? sql`(${among} or ${empty(value)})` : among;
}

/** For the actor, a hidden project counts as none, and so do its milestones. */
function isEmpty(actor: Member, name: string, value: Condition): Condition {
  const named = sql`${value} is null`;
  if (actor.hiddenTeamIds.length === 0 || !/^(project|milestone)_id$/.test(name)) return named;
  const unseen = sql`not exists (
    select 1 from projects p where p.id = t.project_id and ${visibleProject(actor, "p")})`;
  return name === "project_id" ? unseen : sql`(${named} or ${unseen})`;
}

/** For the actor, a hidden parent counts as none. */
function byParent(
  actor: Member,
  { parentId, notParentId }: TaskFilters,
  column: Column,
): Condition[] {
  const value = column("parent_id", ["parent"]);
  const below = actor.hiddenTeamIds.length === 0 ? sql`${value} is not null` : sql`exists (
    select 1 from tasks parent where parent.id = t.parent_id ${
    andUnhidden(actor, "parent.team_id")
  })`;
  const own = parentId === "none" ? sql`not (${below})` : sql`${value} = ${parentId}`;
  return [...(parentId === undefined ? [] : [own]), ...(notParentId ? [below] : [])];
}

function byWords(filters: TaskFilters, column: Column): Condition[] {
  const { status, notStatus, priority, notPriority } = filters;
  const all: Condition[] = [];
  if (status) {
    const [only] = status;
    all.push(
      status.length === 1
        ? sql`${
          column("status", ["status", "team", "position", "assignee", "projectOnly"])
        } = ${only}`
        : sql`+t.status in (${sql.join(status)})`,
    );
  }
  if (notStatus) all.push(sql`+t.status not in (${sql.join(notStatus)})`);
  if (priority) all.push(sql`+t.priority in (${sql.join(ranksOf(priority))})`);
  if (notPriority) all.push(sql`+t.priority not in (${sql.join(ranksOf(notPriority))})`);
  return all;
}

function byLabels({ label, notLabel, allLabels = [] }: TaskFilters, driver: Driver): Condition[] {
  // Conditions on links alone come before those on the task.
  const id = taskIdFor(driver);
  const each = [...allLabels.map((one) => [one]), ...(label ? [label] : [])];
  const all = driver === "label" ? [sql`chosen.label_id = ${idOf(each.shift()![0]!)}`] : [];
  all.push(...each.map((words) => labelled(id, words)));
  if (notLabel) all.push(sql`not (${labelled(id, notLabel)})`);
  return all;
}

/** @param words IDs of labels, and `none` */
function labelled(taskId: Condition, words: readonly string[]): Condition {
  const ids = words.filter((word) => word !== "none");
  const links = (further: Condition) =>
    sql`exists (select 1 from task_label_links k where k.task_id = ${taskId} ${further})`;
  const fits = [
    ...(ids.length > 0 ? [links(sql`and k.label_id in (${sql.join(ids.map(idOf))})`)] : []),
    ...(ids.length < words.length ? [sql`not ${links(sql``)}`] : []),
  ];
  return sql`(${sql.join(fits, sql` or `)})`;
}
