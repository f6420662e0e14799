import type { Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { column, longText } from "../change/columns.ts";
import type { Planner, Planners } from "../change/plan.ts";
import { calendarDay } from "../core/days.ts";
import { invalidField } from "../core/errors.ts";
import { projectLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import type { WriteContext } from "../core/operation.ts";
import type { Member } from "../core/actor.ts";
import { priorities, type Priority, priorityOf, type ProjectStatus } from "../vocabulary.ts";
import { claimKey } from "./keys.ts";
import { linked, relink } from "./links.ts";
import type { StoredProject } from "./locate.ts";
import { personIdOf, resolvePeople, resolveProjectTeams } from "./references.ts";
import type { ProjectPatch } from "./schema.ts";
import type { Named } from "../refs/named.ts";
import { isProjectVisible } from "../visibility/projects.ts";

export type ProjectColumns = Updateable<Tables["projects"]>;
export type ProjectPlanner<V> = Planner<StoredProject, ProjectPatch, ProjectColumns, V>;
type Context = WriteContext<Member> & { record: StoredProject };

const projectKey: ProjectPlanner<string> = async (context, to) => {
  const { tx, actor, record: project } = context;
  if (to === project.key) return null;
  const key = await claimKey(context, to, project.id);
  return {
    columns: { key },
    fact: { kind: "project.key_changed", data: { from: project.key, to } },
    also: async () => {
      await tx.insertInto("project_former_keys")
        .values({ workspace_id: actor.workspace.id, key: project.key, project_id: project.id })
        .execute();
    },
  };
};

const lead: ProjectPlanner<string | null> = async (context, leadId, patch) => {
  const { tx, record: project } = context;
  const wanted = leadId && await personIdOf(context, leadId, ["leadId"]);
  if (wanted === project.lead_id) return null;
  const [to = null] = leadId === null ? [] : await people(context, "leadId", [leadId], { patch });
  const from = project.lead_id
    ? await tx.selectFrom("profiles").select(["id", "name"])
      .where("id", "=", project.lead_id).executeTakeFirstOrThrow()
    : null;
  return {
    columns: { lead_id: to?.id ?? null },
    fact: { kind: "project.lead_changed", data: { from, to } },
  };
};

/** Returns the people who can see the project with the patch's teams. */
async function people(
  context: Context,
  field: "leadId" | "memberIds",
  wanted: string[],
  { patch, kept }: { patch: ProjectPatch; kept?: readonly string[] | undefined },
): Promise<Named[]> {
  const { tx, record: project } = context;
  const stored = await tx.selectFrom("project_teams").select("team_id")
    .where("project_id", "=", project.id).execute();
  let teamIds = stored.map((row) => row.team_id);
  if (patch.teamIds) {
    const replaced = new Set((await linked(context, "teams", project.id)).map(({ id }) => id));
    const named = await resolveProjectTeams(context, patch.teamIds);
    teamIds = [...teamIds.filter((id) => !replaced.has(id)), ...named.map(({ id }) => id)];
  }
  return await resolvePeople(context, field, wanted, { teamIds, kept });
}

/** The fields of a patch that replace a whole list. */
const fieldOf = { teams: "teamIds", members: "memberIds", labels: "labels" } as const;

/** A list of links that a patch replaces. */
function links(
  kind: "teams" | "members" | "labels",
  resolve: (context: Context, to: string[], patch: ProjectPatch) => Promise<Named[]>,
): ProjectPlanner<string[]> {
  return async (context, wanted, patch) => {
    const { record: project } = context;
    const to = await resolve(context, wanted, patch);
    const from = await linked(context, kind, project.id);
    const lacking = (list: Named[], of: Named[]) =>
      of.filter(({ id }) => !list.some((one) => one.id === id));
    const [add, remove] = [lacking(from, to), lacking(to, from)];
    if (add.length === 0 && remove.length === 0) return null;
    const ids = (list: Named[]) => list.map(({ id }) => id);
    return {
      columns: {},
      fact: { kind: `project.${kind}_changed`, data: { from, to } },
      undo: { [fieldOf[kind]]: [ids(from), ids(to)] },
      also: () => relink(context, kind, project.id, { add, remove }),
    };
  };
}

const teams = links("teams", async (context, wanted) => {
  const to = await resolveProjectTeams(context, wanted);
  if (to.length === 0) await requireInSight(context);
  return to;
});

/** Checks that the project stays visible to the actor after a change to its visible teams. @throws Invalid */
async function requireInSight(context: Context): Promise<void> {
  const { tx, actor, record } = context;
  const taken = new Set((await linked(context, "teams", record.id)).map(({ id }) => id));
  const all = await tx.selectFrom("project_teams").select("team_id")
    .where("project_id", "=", record.id).execute();
  const staying = all.map(({ team_id }) => team_id).filter((id) => !taken.has(id));
  if (isProjectVisible(actor, staying)) return;
  throw invalidField(
    "teamIds",
    "Keep at least one team that you can see. The project's other teams are private.",
    {
      code: "project_would_be_hidden",
    },
  );
}

const members = links("members", async (context, memberIds, patch) => {
  const kept = (await linked(context, "members", context.record.id)).map(({ id }) => id);
  return await people(context, "memberIds", memberIds, { patch, kept });
});
const labels = links(
  "labels",
  (context, names) => resolveLabels(context, projectLabels, names, context.record.id),
);

const priority: ProjectPlanner<Priority> = ({ record: project }, to) => {
  const from = priorityOf(project.priority);
  if (to === from) return null;
  const columns = { priority: priorities.indexOf(to) };
  return { columns, fact: { kind: "project.priority_changed", data: { from, to } } };
};

function day(
  field: "startDate" | "targetDate",
  name: "start_date" | "target_date",
): ProjectPlanner<string | null> {
  const store = column<typeof name, string | null>(name, `project.${name}_changed`);
  return (context, to) =>
    store(context, to && calendarDay(to, context.actor.workspace.timeZone, field));
}

/** Sets a status that overrides the derived one, even if it is the same. Null derives it again. */
const status: ProjectPlanner<ProjectStatus | null> = ({ record: project }, to) => {
  const derived = project.status_source === "derived";
  if (to === null) {
    const columns = { status_source: "derived" } as const;
    const data = { from: project.status };
    return derived ? null : { columns, fact: { kind: "project.status_derived", data } };
  }
  if (to === project.status && !derived) return null;
  return {
    columns: { status: to, status_source: "override" },
    fact: { kind: "project.status_changed", data: { from: project.status, to } },
  };
};

/** Returns a project's current values as in a patch, for fields in its own row. */
export const projectValues = {
  name: ({ name }) => name,
  key: ({ key }) => key,
  summary: ({ summary }) => summary,
  description: ({ description }) => description,
  status: ({ status_source, status }) => status_source === "derived" ? null : status,
  leadId: ({ lead_id }) => lead_id,
  priority: ({ priority }) => priorityOf(priority),
  startDate: ({ start_date }) => start_date,
  targetDate: ({ target_date }) => target_date,
} as const satisfies { [F in keyof ProjectPatch]?: (project: StoredProject) => unknown };

/** Plans a field in a project's own row, with its undo values. */
function undoable<V>(
  field: keyof typeof projectValues,
  plan: ProjectPlanner<V>,
): ProjectPlanner<V> {
  return async (context, to, patch) => {
    const { record } = context;
    const changes = [await plan(context, to, patch) ?? []].flat();
    const value = projectValues[field];
    return changes.map((change) => {
      const after = { ...record, ...change.columns } as StoredProject;
      return { ...change, undo: { [field]: [value(record), value(after)] } };
    });
  };
}

/** The planners in the order of activity. */
export const projectPlanners: Planners<StoredProject, ProjectPatch, ProjectColumns> = {
  name: undoable("name", column("name", "project.name_changed")),
  key: undoable("key", projectKey),
  summary: undoable("summary", column("summary", "project.summary_changed")),
  description: undoable("description", longText("description", "project.description_changed")),
  status: undoable("status", status),
  leadId: undoable("leadId", lead),
  teamIds: teams,
  memberIds: members,
  labels,
  priority: undoable("priority", priority),
  startDate: undoable("startDate", day("startDate", "start_date")),
  targetDate: undoable("targetDate", day("targetDate", "target_date")),
};
