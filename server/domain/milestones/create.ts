import { recordActivity } from "../activity/write.ts";
import { calendarDay } from "../core/days.ts";
import { newId } from "../core/ids.ts";
import { operation } from "../core/operation.ts";
import { locateProject } from "../projects/locate.ts";
import { nameColumns } from "../core/name_key.ts";
import { requireFreeName } from "../core/free_names.ts";
import { requireProjectWriter, requireUnarchived } from "../projects/permission.ts";
import type { Milestone } from "../projects/schema.ts";
import { touchProject } from "../projects/touch.ts";
import { readMilestone } from "./locate.ts";
import { placeMilestone, requireMilestoneLimit } from "./order.ts";
import { MilestoneCreate } from "./schema.ts";

/**
 * Adds a milestone to a project.
 * @throws NotFound; Forbidden unless a project writer; Conflict if the project is archived or full, or has a
 *   milestone of this name
 */
export const createMilestone = operation({
  name: "milestones.create",
  scope: "projects.write",
  input: MilestoneCreate,
  async run(context, { projectId, name, ...settings }): Promise<Milestone> {
    const { tx, actor, now } = context;
    const project = await locateProject(context, projectId);
    requireProjectWriter(actor, project);
    requireUnarchived(project);
    await requireFreeName(context, "milestones", { within: project.id, name });
    const others = await requireMilestoneLimit(context, project.id);
    const { description, targetDate, position } = settings;
    const id = newId("mile", now);
    await tx.insertInto("milestones").values({
      id,
      project_id: project.id,
      ...nameColumns(name),
      description: description ?? null,
      target_date: targetDate
        ? calendarDay(targetDate, actor.workspace.timeZone, "targetDate")
        : null,
      position: others,
      created_at: now.toISOString(),
      archived_at: null,
    }).execute();
    if (position !== undefined) await placeMilestone(context, project.id, id, position);
    await touchProject(context, project.id);
    await recordActivity(context, project.id, {
      kind: "project.milestone_added",
      data: { to: { id, name } },
    });
    return await readMilestone(context, id);
  },
});
