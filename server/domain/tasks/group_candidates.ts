import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { takesNewWork } from "../visibility/people.ts";
import { visibleProject } from "../visibility/projects.ts";
import { closedStatuses, isNotOver, priorities, taskStatuses } from "../vocabulary.ts";
import type { TaskFilters } from "./filters/schema.ts";
import type { TaskGrouping } from "./schema.ts";

/** The filter that limits a list to one of its groups. */
export const groupField = {
  status: "status",
  priority: "priority",
  assignee: "assigneeId",
  project: "projectId",
  label: "label",
} as const satisfies Record<Exclude<TaskGrouping, "none">, keyof TaskFilters>;

/** A possible group of a list, with the filter value that its tasks share. */
export interface GroupCandidate {
  key: string;
  /** The name, for groups that are records. */
  name: string | null;
  filters: TaskFilters;
  /** Whether its rows are read only on demand. */
  collapsed?: boolean | undefined;
  /** Whether a board shows it without tasks: always, or as a hidden column. */
  empty?: "stays" | "offered" | undefined;
}

/** Returns the possible groups of a list, in order. @param filters with IDs for all records */
export async function groupCandidates(
  context: ReadContext<Member>,
  group: TaskGrouping,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  switch (group) {
    case "none":
      return [{ key: "all", name: null, filters }];
    case "status":
      return letThrough(taskStatuses, filters.status, filters.notStatus)
        .map((status) => ({
          key: status,
          name: null,
          filters: { ...filters, status: [status] },
          collapsed: !filters.status && closedStatuses.includes(status),
          empty: "stays",
        }));
    case "priority":
      return letThrough(priorities, filters.priority, filters.notPriority).toReversed()
        .map((word) => ({
          key: word,
          name: null,
          filters: { ...filters, priority: [word] },
          empty: "stays",
        }));
    case "assignee":
      return await byAssignee(context, filters);
    case "label":
      return await byLabel(context, filters);
    case "project":
      return await byProject(context, filters);
  }
}

/** Returns the keys of groups that a filter allows. */
function letThrough<K extends string>(
  keys: readonly K[],
  any: readonly string[] | undefined,
  none: readonly string[] = [],
): K[] {
  return keys.filter((key) => (any?.includes(key) ?? true) && !none.includes(key));
}

/** A record by which tasks are grouped. */
interface Grouped {
  id: string;
  name: string | null;
  /** Whether it can be set on other tasks. */
  offered: 0 | 1;
}

/**
 * Returns people by name, with the actor first and former members included. Columns without tasks are for people who
 * can be assigned new work, on a team's list only the team's.
 */
async function byAssignee(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  const asked = filters.assigneeId;
  if (asked) {
    // With the filter `me`, the actor's group isn't listed a second time by ID
    const ownId = asked.includes("me") ? actor.profile.id : null;
    return asked.filter((id) => id !== ownId)
      .map((id) => group("assignee", filters, { id, name: null, offered: 1 }));
  }
  const { rows } = await sql<Grouped>`
    select p.id, p.name, ${sql.raw(takesNewWork)} ${
    ofTeams(filters, (ids) =>
      sql`exists (select 1 from team_members m where m.profile_id = p.id and m.team_id in (${ids}))`)
  } as offered
    from profiles p where p.workspace_id = ${actor.workspace.id}
    order by p.id = ${actor.profile.id} desc, p.name`.execute(db);
  return withRest("assignee", filters, rows, filters.notAssigneeId);
}

/** Returns labels by name, including archived ones with tasks, and then the group without labels. */
async function byLabel(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  const { rows } = await sql<Grouped>`
    select l.id, l.name, l.archived_at is null as offered from task_labels l
    where l.workspace_id = ${actor.workspace.id} and (l.archived_at is null
      or exists (select 1 from task_label_links k where k.label_id = l.id))
    order by l.name`.execute(db);
  return withRest("label", filters, rows, filters.notLabel);
}

/** Returns projects by name, including archived ones with tasks, and then the group without a visible project. */
async function byProject(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  const { rows } = await sql<Grouped>`
    select p.id, p.name, p.archived_at is null and ${sql.raw(isNotOver("p"))} ${
    ofTeams(filters, (ids) =>
      sql`exists (select 1 from project_teams k where k.project_id = p.id and k.team_id in (${ids}))`)
  } as offered
    from projects p
    where p.workspace_id = ${actor.workspace.id} and ${visibleProject(actor, "p")}
      and (p.archived_at is null or exists (select 1 from tasks t where t.project_id = p.id and ${
    filters.archived
      ? sql`t.archived_at is not null`
      : sql`t.workspace_id = p.workspace_id and t.archived_at is null`
  }))
    order by p.name collate nocase, p.id`.execute(db);
  return withRest("project", filters, rows, filters.notProjectId);
}

/** Returns an additional condition for lists with a team filter. */
function ofTeams(
  { teamId }: TaskFilters,
  condition: (ids: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return teamId ? sql`and ${condition(sql.join(teamId))}` : sql``;
}

type ByRecord = Exclude<TaskGrouping, "none" | "status" | "priority">;

/** Returns a group for each record that the filter allows, and one for tasks without a record. */
function withRest(
  by: ByRecord,
  filters: TaskFilters,
  records: readonly Grouped[],
  none: readonly string[] | undefined,
): GroupCandidate[] {
  const all = new Map(records.map((record) => [record.id, record]));
  all.set("none", { id: "none", name: null, offered: 1 });
  return letThrough([...all.keys()], filters[groupField[by]], none)
    .map((id) => group(by, filters, all.get(id)!));
}

function group(by: ByRecord, filters: TaskFilters, { id, name, offered }: Grouped): GroupCandidate {
  return {
    key: id,
    name,
    filters: { ...filters, [groupField[by]]: [id] },
    empty: offered ? "offered" : undefined,
  };
}
