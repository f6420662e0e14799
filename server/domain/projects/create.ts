import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { calendarDay } from "../core/days.ts";
import { newId } from "../core/ids.ts";
import { nameColumns } from "../core/name_key.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { projectLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import { priorities } from "../vocabulary.ts";
import { requireStartBeforeTarget } from "./date_order.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { claimKey, freeKey } from "./keys.ts";
import { relink } from "./links.ts";
import { notifySubscribersOfProject } from "./notify_view_subscribers.ts";
import { notifyPeopleOfProject } from "./notify.ts";
import { requireManager } from "../core/permission.ts";
import { resolvePeople, resolveProjectTeams } from "./references.ts";
import { ProjectCreate } from "./schema.ts";
import { fillProjectFromTemplate } from "./fill_from_template.ts";

/**
 * Creates a project. A template fills in missing values. The template's missing records are left out.
 * @throws Forbidden unless a workspace manager; Conflict if the key is taken; Invalid for a missing lead, member, team,
 * label, or template, or a target date before the start
 */
export const createProject = operation({
  name: "projects.create",
  scope: "projects.write",
  input: ProjectCreate,
  async run(context, input): Promise<VersionedProject> {
    requireManager(context.actor, "create projects");
    const id = await addProject(context, input);
    await notifyPeopleOfProject(context, id, null);
    await notifySubscribersOfProject(context, null, id);
    return await readProject(context, id);
  },
});

/** Creates a project without checking permission or notifying anyone. */
export async function addProject(
  context: WriteContext<Member>,
  input: ProjectCreate,
): Promise<string> {
  const { tx, now } = context;
  const { milestones, ...filled } = await fillProjectFromTemplate(context, input);
  const id = await insertProject(context, filled);
  for (const [position, milestone] of milestones.entries()) {
    await tx.insertInto("milestones").values({
      id: newId("mile", now),
      project_id: id,
      ...nameColumns(milestone.name),
      description: milestone.description,
      target_date: null,
      position,
      created_at: now.toISOString(),
      archived_at: null,
    }).execute();
  }
  await recordActivity(context, id, { kind: "project.created" });
  return id;
}

async function insertProject(
  context: WriteContext<Member>,
  input: ProjectCreate,
): Promise<string> {
  const { tx, actor, now } = context;
  const teams = await resolveProjectTeams(context, input.teamIds ?? []);
  const teamIds = teams.map((team) => team.id);
  const people = (field: "leadId" | "memberIds", ids: string[]) =>
    resolvePeople(context, field, ids, { teamIds });
  const [lead = null] = input.leadId ? await people("leadId", [input.leadId]) : [];
  const members = await people("memberIds", input.memberIds ?? []);
  const labels = await resolveLabels(context, projectLabels, input.labels ?? []);
  const { startDate, targetDate } = datesOf(actor, input);
  const id = newId("proj", now);
  const at = now.toISOString();
  const texts = {
    key: input.key ? await claimKey(context, input.key) : await freeKey(context, input.name),
    name: input.name,
    summary: input.summary ?? null,
    description: input.description ?? null,
  };
  await tx.insertInto("projects").values({
    id,
    workspace_id: actor.workspace.id,
    ...texts,
    lead_id: lead?.id ?? null,
    creator_id: actor.profile.id,
    priority: priorities.indexOf(input.priority ?? "none"),
    status: input.status ?? "backlog",
    status_source: input.status ? "override" : "derived",
    health: null,
    start_date: startDate,
    target_date: targetDate,
    created_at: at,
    updated_at: at,
    archived_at: null,
  }).execute();
  await relink(context, "teams", id, { add: teams, remove: [] });
  await relink(context, "members", id, { add: members, remove: [] });
  await relink(context, "labels", id, { add: labels, remove: [] });
  return id;
}

function datesOf(actor: Member, input: ProjectCreate) {
  const day = (field: "startDate" | "targetDate") => {
    const value = input[field];
    return value ? calendarDay(value, actor.workspace.timeZone, field) : null;
  };
  const dates = { startDate: day("startDate"), targetDate: day("targetDate") };
  requireStartBeforeTarget(dates.startDate, dates.targetDate);
  return dates;
}
