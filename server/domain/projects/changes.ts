import type { Member } from "../actor.ts";
import type { Db } from "../operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import type { PlannedChange } from "../tasks/changes.ts";
import { priorities } from "../tasks/schema.ts";
import { calendarDay, requireOrder } from "./days.ts";
import { takeKey } from "./keys.ts";
import { linked, relink } from "./links.ts";
import type { StoredProject } from "./locate.ts";
import { type Named, resolvePeople, resolveProjectTeams } from "./references.ts";
import type { ProjectPatch } from "./schema.ts";

interface Context {
  tx: Db;
  actor: Member;
  project: StoredProject;
}

type Planner = (context: Context, patch: ProjectPatch) => Promise<PlannedChange | null>;

/**
 * What a patch really changes, in the order in which history tells it.
 * @throws Invalid for what doesn't exist, or a target date before the start; Conflict for a key that is taken
 */
export async function planProjectChanges(
  tx: Db,
  actor: Member,
  project: StoredProject,
  patch: ProjectPatch,
): Promise<PlannedChange[]> {
  const planned: PlannedChange[] = [];
  for (const plan of planners) {
    const change = await plan({ tx, actor, project }, patch);
    if (change) planned.push(change);
  }
  return planned;
}

/** The old and the new value of a text; of long ones history says only that they changed. */
function text(field: "name" | "summary" | "description"): Planner {
  return ({ project }, patch) => {
    const to = patch[field];
    const from = project[field];
    if (to === undefined || to === from) return settled(null);
    const data = field === "description" ? {} : { from, to };
    return settled({ columns: { [field]: to }, kind: `project.${field}_changed`, data });
  };
}

const projectKey: Planner = async ({ tx, actor, project }, { key: to }) => {
  if (to === undefined || to === project.key) return null;
  const key = await takeKey(tx, actor, to, project.id);
  return {
    columns: { key },
    kind: "project.key_changed",
    data: { from: project.key, to },
    also: async () => {
      await tx.insertInto("project_former_keys")
        .values({ workspace_id: actor.workspace.id, key: project.key, project_id: project.id })
        .execute();
    },
  };
};

const lead: Planner = async ({ tx, actor, project }, patch) => {
  if (patch.leadId === undefined) return null;
  const wanted = patch.leadId === "me" ? actor.profile.id : patch.leadId;
  if (wanted === project.lead_id) return null;
  const [to = null] = wanted === null
    ? []
    : await people(tx, actor, project, patch, "leadId", [wanted]);
  const from = project.lead_id
    ? await tx.selectFrom("profiles").select(["id", "name"])
      .where("id", "=", project.lead_id).executeTakeFirstOrThrow()
    : null;
  return {
    columns: { lead_id: to?.id ?? null },
    kind: "project.lead_changed",
    data: { from, to },
  };
};

/** People who could see the project with the teams that this patch leaves it. */
async function people(
  tx: Db,
  actor: Member,
  project: StoredProject,
  patch: ProjectPatch,
  field: "leadId" | "memberIds",
  wanted: string[],
  kept: readonly string[] = [],
): Promise<Named[]> {
  const stored = await tx.selectFrom("project_teams").select("team_id")
    .where("project_id", "=", project.id).execute();
  let teamIds = stored.map((row) => row.team_id);
  if (patch.teamIds) {
    const replaced = new Set((await linked(tx, actor, "teams", project.id)).map(({ id }) => id));
    const named = await resolveProjectTeams(tx, actor, patch.teamIds);
    teamIds = [...teamIds.filter((id) => !replaced.has(id)), ...named.map(({ id }) => id)];
  }
  return await resolvePeople(tx, actor, field, wanted, teamIds, kept);
}

/** A list of links that a patch replaces. */
function links(
  kind: "teams" | "members" | "labels",
  resolve: (context: Context, patch: ProjectPatch) => Promise<Named[] | undefined> | undefined,
): Planner {
  return async (context, patch) => {
    const { tx, actor, project } = context;
    const to = await resolve(context, patch);
    if (to === undefined) return null;
    const from = await linked(tx, actor, kind, project.id);
    const lacking = (list: Named[], of: Named[]) =>
      of.filter(({ id }) => !list.some((one) => one.id === id));
    const [add, remove] = [lacking(from, to), lacking(to, from)];
    if (add.length === 0 && remove.length === 0) return null;
    return {
      columns: {},
      kind: `project.${kind}_changed`,
      data: { from, to },
      also: () => relink(tx, kind, project.id, { add, remove }),
    };
  };
}

const teams = links(
  "teams",
  ({ tx, actor }, { teamIds }) => teamIds && resolveProjectTeams(tx, actor, teamIds),
);
const members = links("members", async ({ tx, actor, project }, patch) => {
  if (!patch.memberIds) return;
  const kept = (await linked(tx, actor, "members", project.id)).map(({ id }) => id);
  return await people(tx, actor, project, patch, "memberIds", patch.memberIds, kept);
});
const labels = links(
  "labels",
  ({ tx, actor, project }, patch) =>
    patch.labels && resolveLabels(tx, actor, projectLabels, patch.labels, project.id),
);

const priority: Planner = ({ project }, { priority: to }) => {
  const from = priorities[project.priority];
  if (to === undefined || to === from) return settled(null);
  const columns = { priority: priorities.indexOf(to) };
  return settled({ columns, kind: "project.priority_changed", data: { from, to } });
};

function day(field: "startDate" | "targetDate", column: "start_date" | "target_date"): Planner {
  return ({ actor, project }, patch) => {
    const to = dayAfter(actor, project[column], patch[field], field);
    if (to === project[column]) return settled(null);
    requireOrder(
      dayAfter(actor, project.start_date, patch.startDate, "startDate"),
      dayAfter(actor, project.target_date, patch.targetDate, "targetDate"),
    );
    return settled({
      columns: { [column]: to },
      kind: `project.${column}_changed`,
      data: { from: project[column], to },
    });
  };
}

/** A date as it will be: what stands, unless the patch names another or clears it. */
function dayAfter(
  actor: Member,
  standing: string | null,
  value: string | null | undefined,
  field: string,
): string | null {
  if (value === undefined) return standing;
  return value && calendarDay(value, actor.workspace.timeZone, field);
}

/** A status overrides the derived one, though it be the same; null lets it follow the tasks again. */
const status: Planner = ({ project }, { status: to }) => {
  const derived = project.status_source === "derived";
  if (to === undefined || (to === null && derived)) return settled(null);
  if (to === null) {
    const columns = { status_source: "derived" };
    return settled({ columns, kind: "project.status_derived", data: { from: project.status } });
  }
  if (to === project.status && !derived) return settled(null);
  return settled({
    columns: { status: to, status_source: "override" },
    kind: "project.status_changed",
    data: { from: project.status, to },
  });
};

const planners = [
  text("name"),
  projectKey,
  text("summary"),
  text("description"),
  status,
  lead,
  teams,
  members,
  labels,
  priority,
  day("startDate", "start_date"),
  day("targetDate", "target_date"),
];

function settled(change: PlannedChange | null): Promise<PlannedChange | null> {
  return Promise.resolve(change);
}
