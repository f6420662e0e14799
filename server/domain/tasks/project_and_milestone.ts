import type { Member } from "../core/actor.ts";
import { invalidField, NotFound } from "../core/errors.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import { canSeeProject, locateProject } from "../projects/locate.ts";
import type { PlannedChange } from "../change/plan.ts";
import type { TaskColumns, TaskPlanner } from "./planners.ts";
import type { StoredTask } from "./locate.ts";
import type { MilestoneRef, ProjectRef } from "../refs/schema.ts";

/**
 * Returns the project for a task.
 * @param projectId a project's ID, key, or name
 * @throws Invalid if the actor can't see it, or it is archived
 */
export async function resolveProject(
  context: ReadContext<Member>,
  projectId: string,
): Promise<ProjectRef> {
  const project = await locateProject(context, projectId).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw invalidField("projectId", error.message, { code: "unknown_project" });
  });
  const { id, key, name } = project;
  if (project.archived_at === null) return { id, key, name };
  throw invalidField("projectId", `The project ${key} is archived.`, {
    code: "project_archived",
    hint: "Restore the project first, or choose another one.",
  });
}

/**
 * Returns the milestone for a task.
 * @param projectId the task's current or new project
 * @param milestoneId its ID or name
 * @throws Invalid if the project has no such milestone, or it is archived
 */
export async function resolveMilestone(
  { db }: ReadContext,
  projectId: string | null,
  milestoneId: string,
): Promise<MilestoneRef> {
  if (projectId === null) {
    throw invalidField("milestoneId", "Choose the milestone's project too.", {
      code: "milestone_without_project",
    });
  }
  const milestone = await db.selectFrom("milestones").select(["id", "name"])
    .where("project_id", "=", projectId).where("archived_at", "is", null)
    .where((e) => e.or([e("id", "=", milestoneId), e("name_key", "=", nameKey(milestoneId))]))
    .executeTakeFirst();
  if (milestone) return milestone;
  throw invalidField("milestoneId", `The project has no milestone ${milestoneId}.`, {
    code: "unknown_milestone",
  });
}

/**
 * Sets or removes a task's project, and sets the milestone in the patch. A milestone of the former project is removed.
 * A hidden project reads as none, so setting none changes nothing.
 */
export const project: TaskPlanner<string | null> = async (context, projectId, patch) => {
  const { tx, record: task } = context;
  if (projectId === (await asShown(context)).project_id) return null;
  const to = projectId ? await resolveProject(context, projectId) : null;
  const columns = { project_id: to?.id ?? null };
  if (columns.project_id === task.project_id) return null;
  const from = task.project_id
    ? await tx.selectFrom("projects").select(["id", "key", "name"])
      .where("id", "=", task.project_id).executeTakeFirstOrThrow()
    : null;
  const moved = {
    columns,
    fact: { kind: "task.project_changed", data: { from, to } },
    undo: { projectId: [task.project_id, columns.project_id] },
  } as const;
  if (!task.milestone_id && !patch.milestoneId) return moved;
  return [moved, await placed(context, { ...task, ...columns }, patch.milestoneId ?? null)];
};

/** Sets or removes a task's milestone in its project. A milestone of a hidden project reads as none. */
export const milestone: TaskPlanner<string | null> = async (context, milestoneId) => {
  const shown = await asShown(context);
  if (milestoneId === shown.milestone_id) return null;
  const change = await placed(context, shown, milestoneId);
  return change.columns.milestone_id === shown.milestone_id ? null : change;
};

/** Returns a task as the actor sees it, without a hidden project and its milestone. */
export async function asShown(
  context: ReadContext<Member> & { record: StoredTask },
): Promise<StoredTask> {
  const { record: task } = context;
  if (!task.project_id || await canSeeProject(context, task.project_id)) return task;
  return { ...task, project_id: null, milestone_id: null };
}

async function placed(
  context: ReadContext,
  task: StoredTask,
  milestoneId: string | null,
): Promise<PlannedChange<TaskColumns>> {
  const to = milestoneId ? await resolveMilestone(context, task.project_id, milestoneId) : null;
  const from = task.milestone_id
    ? await context.db.selectFrom("milestones").select(["id", "name", "project_id"])
      .where("id", "=", task.milestone_id).executeTakeFirstOrThrow()
    : null;
  return {
    columns: { milestone_id: to?.id ?? null },
    fact: {
      kind: "task.milestone_changed",
      data: {
        from: from && { id: from.id, name: from.name, projectId: from.project_id },
        to: to && { ...to, projectId: task.project_id },
      },
    },
    undo: { milestoneId: [task.milestone_id, to?.id ?? null] },
  };
}
