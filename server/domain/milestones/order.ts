import { Conflict } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/** The maximum number of active milestones of a project, whose record contains all of them. */
export const MOST_MILESTONES = 100;

/** Counts a project's milestones. @throws Conflict if the limit is reached */
export async function requireMilestoneLimit(
  context: ReadContext,
  projectId: string,
): Promise<number> {
  const length = await countUnarchived(context, projectId);
  if (length < MOST_MILESTONES) return length;
  throw new Conflict(`A project can have at most ${MOST_MILESTONES} milestones.`, {
    code: "too_many_milestones",
    hint: "Archive a completed milestone, or split the project.",
  });
}

/**
 * Moves a milestone to a position among the project's active ones, and closes every gap.
 * @param position from 0; past the end means last
 */
export async function placeMilestone(
  context: WriteContext,
  projectId: string,
  milestoneId: string,
  position: number,
): Promise<void> {
  const others = (await liveMilestones(context, projectId)).filter(({ id }) => id !== milestoneId);
  await renumber(context, others.map(({ id }) => id).toSpliced(position, 0, milestoneId));
}

/** Closes the gap that an archived milestone left. */
export async function closeGaps(context: WriteContext, projectId: string): Promise<void> {
  await renumber(context, (await liveMilestones(context, projectId)).map(({ id }) => id));
}

/** Counts a project's active milestones. */
export async function countUnarchived(context: ReadContext, projectId: string): Promise<number> {
  return (await liveMilestones(context, projectId)).length;
}

async function liveMilestones({ db }: ReadContext, projectId: string) {
  return await db.selectFrom("milestones").select(["id", "position"])
    .where("project_id", "=", projectId).where("archived_at", "is", null)
    .orderBy("position").orderBy("id").execute();
}

async function renumber({ tx }: WriteContext, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.updateTable("milestones").set({ position })
      .where("id", "=", id).where("position", "<>", position).execute();
  }
}
