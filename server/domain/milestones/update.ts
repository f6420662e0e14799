import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { calendarDay } from "../days.ts";
import { requireVersion } from "../found.ts";
import { named } from "../name_key.ts";
import { requireFreeName } from "../names.ts";
import { operation, type WriteContext } from "../operation.ts";
import { locateProject } from "../projects/locate.ts";
import { requireLive, requireProjectWriter } from "../projects/permission.ts";
import type { Milestone } from "../projects/schema.ts";
import { touchProject } from "../projects/touch.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { locateMilestone, readMilestone, type StoredMilestone } from "./locate.ts";
import { closeGaps, placeMilestone, requireRoom } from "./order.ts";
import { type MilestoneKey, milestoneKey, MilestonePatch } from "./schema.ts";

/**
 * Changes a milestone, moves it among the others, archives it or brings it back, as the last unless it is
 * given a position.
 * @throws NotFound; Forbidden unless a project writer; Conflict when the project is archived or full, or has
 *   another milestone of this name; Stale
 */
export const updateMilestone = operation({
  name: "milestones.update",
  scope: "projects.write",
  input: milestoneKey.extend({ patch: MilestonePatch }),
  run: (context, { patch, ...which }) => changeMilestone(context, which, patch),
});

/**
 * Archives a milestone: it takes no more tasks and leaves the project's plan and the roadmap. Tasks that are in it
 * stay so and keep naming it, and its name is free for another one.
 * @throws NotFound; Forbidden unless a project writer; Conflict when the project is archived; Stale
 */
export const archiveMilestone = operation({
  name: "milestones.archive",
  scope: "projects.write",
  input: milestoneKey,
  run: (context, which) => changeMilestone(context, which, { archived: true }),
});

/**
 * Brings an archived milestone back, as the last. One that isn't archived stays as it is.
 * @throws NotFound; Forbidden unless a project writer; Conflict when the project is archived or full, or has
 *   another milestone of this name; Stale
 */
export const restoreMilestone = operation({
  name: "milestones.restore",
  scope: "projects.write",
  input: milestoneKey,
  run: (context, which) => changeMilestone(context, which, { archived: false }),
});

async function changeMilestone(
  context: WriteContext<Member>,
  { projectId, milestoneId, version }: MilestoneKey,
  patch: MilestonePatch,
): Promise<Milestone> {
  const { tx, actor, now } = context;
  const project = await locateProject(tx, actor, projectId);
  requireProjectWriter(actor, project);
  requireLive(project);
  const standing = await locateMilestone(tx, project.id, milestoneId);
  requireVersion("milestone", standing.version, version);
  const next = patched(actor, now, standing, patch);
  if (JSON.stringify(next) !== JSON.stringify(standing)) {
    await store(context, standing, next);
    await touchProject(tx, actor, now, project.id);
  }
  return await readMilestone(tx, actor, standing.id);
}

/** The milestone as it will be, its position as it was asked for. */
function patched(
  actor: Member,
  now: Date,
  standing: StoredMilestone,
  patch: MilestonePatch,
): StoredMilestone {
  const { name, description, targetDate, position, archived } = patch;
  const next = { ...standing };
  if (name !== undefined) next.name = name;
  if (description !== undefined) next.description = description;
  if (targetDate !== undefined) {
    next.target_date = targetDate &&
      calendarDay(targetDate, actor.workspace.timeZone, "targetDate");
  }
  if (archived !== undefined) {
    next.archived_at = archived ? standing.archived_at ?? now.toISOString() : null;
  }
  if (position !== undefined && next.archived_at === null) next.position = position;
  return next;
}

async function store(
  { tx, actor, now }: WriteContext<Member>,
  standing: StoredMilestone,
  next: StoredMilestone,
): Promise<void> {
  const { id, project_id: projectId } = standing;
  const back = standing.archived_at !== null && next.archived_at === null;
  const gone = standing.archived_at === null && next.archived_at !== null;
  const last = back ? await requireRoom(tx, projectId) : undefined;
  if (next.archived_at === null) await requireFreeName(tx, "milestones", projectId, next.name, id);
  const { name, description, target_date, archived_at } = next;
  await tx.updateTable("milestones")
    .set({
      ...named(name),
      description,
      target_date,
      archived_at,
      version: standing.version + 1,
    })
    .where("id", "=", id).execute();
  if (gone) await closeGaps(tx, projectId);
  const moved = next.position !== standing.position;
  const place = moved ? next.position : last;
  if (place !== undefined) await placeMilestone(tx, projectId, id, place);
  // Tasks show their milestone's name.
  if (name !== standing.name) await reviseWorkspace(tx, actor.workspace.id);
  await recordActivity(tx, actor, now, {
    subject: { kind: "project", id: projectId },
    kind: `project.milestone_${gone ? "archived" : back ? "restored" : "changed"}`,
    data: { from: { id, name: standing.name }, to: { id, name } },
  });
}
