import { type RawBuilder, sql } from "kysely";
import type { Member } from "../actor.ts";
import { searchMatches } from "../search/match.ts";
import { priorities, type TaskFilters, type TaskSort } from "./schema.ts";

type Condition = RawBuilder<unknown>;

/**
 * The tasks that an actor may see, narrowed: everything after `where`. SQLite keeps no statistics here, so which
 * index drives is decided by us: the condition of the most selective filter stands as it is, and a unary plus
 * keeps the others from being tried.
 * @param sort the order asked for; an order by time made can be had from any index, another one has its own
 */
export function taskConditions(
  actor: Member,
  filters: TaskFilters,
  sort: TaskSort = "-createdAt",
): Condition {
  const driver = drivingFilter(filters, sort);
  const column = (name: string, drivers: string[]) =>
    sql.raw(drivers.includes(driver) ? `t.${name}` : `+t.${name}`);
  const all: Condition[] = [
    sql`t.archived_at is null`,
    sql`${column("workspace_id", ["workspace", "status"])} = ${actor.workspace.id}`,
  ];
  if (actor.hiddenTeamIds.length > 0) {
    all.push(sql`+t.team_id not in (${sql.join([...actor.hiddenTeamIds])})`);
  }
  if (!filters.includeDrafts) all.push(sql`t.draft = 0`);
  if (filters.teamId) all.push(sql`${column("team_id", ["team"])} = ${filters.teamId}`);
  if (filters.projectId) all.push(sql`t.project_id = ${filters.projectId}`);
  if (filters.status) {
    const status = column("status", ["status", "team", "assignee"]);
    const [only] = filters.status;
    all.push(
      filters.status.length === 1
        ? sql`${status} = ${only}`
        : sql`+t.status in (${sql.join(filters.status)})`,
    );
  }
  if (filters.assigneeId) all.push(assignedTo(actor, filters.assigneeId, driver === "assignee"));
  if (filters.priority) {
    const ranks = filters.priority.map((word) => priorities.indexOf(word));
    all.push(sql`+t.priority in (${sql.join(ranks)})`);
  }
  if (filters.label) all.push(labelled(actor, filters.label));
  if (filters.updatedSince) {
    all.push(sql`+t.updated_at >= ${new Date(filters.updatedSince).toISOString()}`);
  }
  if (filters.q) all.push(searchMatches(actor, "task", filters.q));
  return sql.join(all, sql` and `);
}

/** Which filter's index to walk. */
function drivingFilter(filters: TaskFilters, sort: TaskSort): string {
  const assigned = filters.assigneeId !== undefined && filters.assigneeId !== "none";
  if (assigned) return "assignee";
  if (sort !== "-createdAt" && sort !== "createdAt") return "workspace";
  if (filters.teamId) return "team";
  return filters.status?.length === 1 ? "status" : "workspace";
}

function assignedTo(actor: Member, assigneeId: string, drives: boolean): Condition {
  if (assigneeId === "none") return sql`t.assignee_id is null`;
  const id = assigneeId === "me" ? actor.profile.id : assigneeId;
  return drives ? sql`t.assignee_id = ${id}` : sql`+t.assignee_id = ${id}`;
}

function labelled(actor: Member, label: string): Condition {
  return sql`exists (
    select 1 from task_label_links k join task_labels l on l.id = k.label_id
    where k.task_id = t.id and l.workspace_id = ${actor.workspace.id}
      and (l.id = ${label} or l.name = ${label} collate nocase))`;
}
