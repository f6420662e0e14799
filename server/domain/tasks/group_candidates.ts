import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";
import { closedStatuses, priorities, taskStatuses } from "../vocabulary.ts";
import type { TaskFilters } from "./filters/schema.ts";
import type { TaskGrouping } from "./schema.ts";

/** The filter that narrows a list to one of its groups. */
export const groupField = {
  status: "status",
  priority: "priority",
  assignee: "assigneeId",
  project: "projectId",
  label: "label",
} as const satisfies Record<Exclude<TaskGrouping, "none">, keyof TaskFilters>;

/** What could be a group of a list: what its tasks have in common narrows the list to it. */
export interface GroupCandidate {
  key: string;
  name: string | null;
  filters: TaskFilters;
  /** Whether its rows are left out until somebody asks for them. */
  collapsed?: boolean | undefined;
  /** Whether a board has it while it is empty. */
  stays?: boolean;
}

/** What could be the groups of a list, in their order. @param filters with ids for all that they name */
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
          stays: true,
        }));
    case "priority":
      return letThrough(priorities, filters.priority, filters.notPriority).toReversed()
        .map((word) => ({
          key: word,
          name: null,
          filters: { ...filters, priority: [word] },
          stays: true,
        }));
    case "assignee":
      return await byAssignee(context, filters);
    case "label":
      return await byLabel(context, filters);
    case "project":
      return await byProject(context, filters);
  }
}

/** The keys of groups that a filter lets through. */
function letThrough<K extends string>(
  keys: readonly K[],
  any: readonly string[] | undefined,
  none: readonly string[] = [],
): K[] {
  return keys.filter((key) => (any?.includes(key) ?? true) && !none.includes(key));
}

async function byAssignee(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  const group = (id: string, name: string | null): GroupCandidate => ({
    key: id,
    name,
    filters: { ...filters, assigneeId: [id] },
  });
  const asked = filters.assigneeId;
  if (asked) {
    const twice = asked.includes("me") ? actor.profile.id : null;
    return asked.filter((id) => id !== twice).map((id) => group(id, null));
  }
  const people = await db.selectFrom("profiles").select(["id", "name"])
    .where("workspace_id", "=", actor.workspace.id)
    .orderBy((e) => sql`${e.ref("id")} = ${actor.profile.id}`, "desc").orderBy("name").execute();
  return [...people.map(({ id, name }) => group(id, name)), group("none", null)]
    .filter(({ key }) => !filters.notAssigneeId?.includes(key));
}

/** Labels that any task has, archived ones too, by name; then what has none. */
async function byLabel(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  const labels = await db.selectFrom("task_labels").select(["id", "name"])
    .where("workspace_id", "=", actor.workspace.id)
    .where((e) =>
      e.exists(
        e.selectFrom("task_label_links").select("task_id")
          .whereRef("label_id", "=", "task_labels.id"),
      )
    )
    .orderBy("name").execute();
  return byName(labels, filters, "label");
}

/** Projects that hold tasks, archived ones too, by name; then what is in none, or in one that the actor can't see. */
async function byProject(
  { db, actor }: ReadContext<Member>,
  filters: TaskFilters,
): Promise<GroupCandidate[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from projects p
    where p.workspace_id = ${actor.workspace.id} and ${visibleProject(actor, "p")}
      and exists (select 1 from tasks t where t.workspace_id = p.workspace_id
        and t.project_id = p.id and t.archived_at is null)
    order by p.name collate nocase, p.id`.execute(db);
  return byName(rows, filters, "projectId");
}

/** A group for each of some records that the filter by them lets through, and one for the rest. */
function byName(
  records: { id: string; name: string }[],
  filters: TaskFilters,
  field: "label" | "projectId",
): GroupCandidate[] {
  const names = new Map<string, string | null>(records.map(({ id, name }) => [id, name]));
  names.set("none", null);
  const none = field === "label" ? filters.notLabel : filters.notProjectId;
  return letThrough([...names.keys()], filters[field], none).map((id) => ({
    key: id,
    name: names.get(id)!,
    filters: { ...filters, [field]: [id] },
  }));
}
