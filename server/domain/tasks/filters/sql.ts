import { type RawBuilder, sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import type { ListOrder } from "../../core/page.ts";
import { visibleProject } from "../../visibility/projects.ts";
import { unhidden } from "../../visibility/teams.ts";
import { searchMatches } from "../../text/match.ts";
import { deadlineKeys, taskOrders } from "../order.ts";
import { priorities } from "../../vocabulary.ts";
import type { TaskFilters, TaskSort } from "../schema.ts";

type Condition = RawBuilder<unknown>;

/** Where tasks are read from, as `t`, and in which order, so that the driving filter's index gives both. */
export interface TaskSource {
  from: RawBuilder<unknown>;
  order: ListOrder;
}

/**
 * The source for `taskConditions`. A label's own tasks stand in order in its links: however few they are among how
 * many, none of the others is looked at. Those with a deadline have an index that holds it beside the order.
 */
export function taskSource(filters: TaskFilters, sort: TaskSort): TaskSource {
  const order = taskOrders[sort];
  const driver = drivingFilter(filters, sort);
  if (driver === "deadline") return { from: sql`tasks t indexed by tasks_newest_due`, order };
  if (driver !== "label") return { from: sql`tasks t`, order };
  return {
    from: sql`task_label_links chosen cross join tasks t on t.id = chosen.task_id`,
    order: { ...order, by: ["chosen.task_id"] },
  };
}

/**
 * The tasks that an actor may see, narrowed: everything after `where`, for a query from `taskSource`. SQLite keeps
 * no statistics here, so which index drives is decided by us: the condition of the most selective filter stands as
 * it is, and a unary plus keeps the others from being tried.
 * @param filters with ids for all that they name, as `resolve_filters.ts` gives them
 * @param sort the order asked for; an order by time made can be had from any index, another one has its own
 * @param matches how many of the newest matches of a text to look at; without it, as many as are ever looked at
 */
export function taskConditions(
  actor: Member,
  filters: TaskFilters,
  sort: TaskSort = "-createdAt",
  matches?: number,
): Condition {
  const driver = drivingFilter(filters, sort);
  const listed = filters.includeDrafts
    ? sql`t.archived_at is null`
    : sql`t.archived_at is null and t.draft = 0`;
  return sql`${listed} and ${narrowed(actor, filters, { sort, driver, matches })}`;
}

/** What the actor may see of drafts or of the archive, whose own index holds exactly its conditions, narrowed. */
export function unlistedConditions(
  actor: Member,
  unlisted: Condition,
  filters: TaskFilters,
): Condition {
  return sql`${unlisted} and ${
    narrowed(actor, filters, { sort: "-createdAt", driver: "workspace" })
  }`;
}

/** @param driver the filter whose index is walked */
function narrowed(
  actor: Member,
  filters: TaskFilters,
  { sort, driver, matches }: { sort: TaskSort; driver: string; matches?: number | undefined },
): Condition {
  const column = (name: string, drivers: string[]) =>
    sql.raw(drivers.includes(driver) ? `t.${name}` : `+t.${name}`);
  const all: Condition[] = [
    sql`${
      column("workspace_id", ["workspace", "status", "project", "deadline"])
    } = ${actor.workspace.id}`,
    ...unhidden(actor, "+t.team_id"),
  ];
  if (filters.teamId) all.push(sql`${column("team_id", ["team"])} = ${filters.teamId}`);
  if (filters.projectId) {
    const project = column("project_id", ["project", "projectOnly"]);
    all.push(
      filters.projectId === "none"
        ? ofNoProject(actor, project)
        : sql`${project} = ${filters.projectId}`,
    );
  }
  if (filters.status) {
    const status = column("status", ["status", "team", "assignee", "projectOnly"]);
    const [only] = filters.status;
    all.push(
      filters.status.length === 1
        ? sql`${status} = ${only}`
        : sql`+t.status in (${sql.join(filters.status)})`,
    );
  }
  for (const [name, driving] of ownRecords) {
    const id = filters[name] === "me" ? actor.profile.id : filters[name];
    if (id) all.push(sql`${column(driving, [driving])} = ${id}`);
  }
  all.push(...due(filters, sort, driver === "deadline"));
  if (filters.assigneeId) all.push(assignedTo(actor, filters.assigneeId, driver === "assignee"));
  if (filters.priority) {
    const ranks = filters.priority.map((word) => priorities.indexOf(word));
    all.push(sql`+t.priority in (${sql.join(ranks)})`);
  }
  if (driver === "label") all.push(sql`chosen.label_id = ${filters.label}`);
  else if (filters.label) all.push(labelled(filters.label));
  if (filters.updatedSince) all.push(sql`+t.updated_at >= ${filters.updatedSince}`);
  if (filters.q) all.push(searchMatches(actor, filters.q, matches));
  return sql.join(all, sql` and `);
}

/** Filters by a record that a task names in a column, which has an index of its own. */
const ownRecords = [
  ["parentId", "parent_id"],
  ["milestoneId", "milestone_id"],
  ["creatorId", "creator_id"],
] as const;

/** Which filter's index to walk. */
function drivingFilter(filters: TaskFilters, sort: TaskSort): string {
  if (filters.parentId) return "parent_id";
  if (filters.milestoneId) return "milestone_id";
  const assigned = filters.assigneeId !== undefined && filters.assigneeId !== "none";
  if (assigned) return "assignee";
  if (filters.projectId === "none") return byTimeMade(sort) ? "project" : "workspace";
  // Together with a status or another order, an index of the project's own serves, without the workspace.
  if (filters.projectId) {
    return byTimeMade(sort) && filters.status?.length !== 1 ? "project" : "projectOnly";
  }
  if (!byTimeMade(sort)) return "workspace";
  if (filters.label && filters.label !== "none" && !filters.q) return "label";
  if (filters.creatorId) return "creator_id";
  if (filters.deadlineAfter || filters.deadlineBefore) return "deadline";
  if (filters.teamId) return "team";
  return filters.status?.length === 1 ? "status" : "workspace";
}

function byTimeMade(sort: TaskSort): boolean {
  return sort === "-createdAt" || sort === "createdAt";
}

/**
 * When tasks are due. In an order by deadline, the order's own index gives the stretch as well.
 * @param drives whether the index that holds deadlines is walked
 */
function due(
  { deadlineAfter, deadlineBefore }: TaskFilters,
  sort: TaskSort,
  drives: boolean,
): Condition[] {
  const columns = [sql.raw(drives ? "t.deadline_at" : "+t.deadline_at")];
  if (sort === "deadlineAt" || sort === "-deadlineAt") columns.push(sql.raw(deadlineKeys[sort]));
  return columns.flatMap((column) => [
    ...(deadlineAfter ? [sql`${column} >= ${deadlineAfter}`] : []),
    ...(deadlineBefore ? [sql`${column} < ${deadlineBefore}`] : []),
  ]);
}

/** A project that the actor can't see is none to them. @param column `t.project_id`, or with a plus */
function ofNoProject(actor: Member, column: Condition): Condition {
  return actor.hiddenTeamIds.length === 0 ? sql`${column} is null` : sql`not exists (
    select 1 from projects p where p.id = t.project_id and ${visibleProject(actor, "p")})`;
}

function assignedTo(actor: Member, assigneeId: string, drives: boolean): Condition {
  if (assigneeId === "none") return sql`t.assignee_id is null`;
  const id = assigneeId === "me" ? actor.profile.id : assigneeId;
  return drives ? sql`t.assignee_id = ${id}` : sql`+t.assignee_id = ${id}`;
}

/** @param labelId a label's, or `none` */
function labelled(labelId: string): Condition {
  if (labelId === "none") {
    return sql`not exists (select 1 from task_label_links k where k.task_id = t.id)`;
  }
  return sql`exists (
    select 1 from task_label_links k where k.task_id = t.id and k.label_id = ${labelId})`;
}
