import { Conflict } from "../core/errors.ts";
import type { Db } from "../core/operation.ts";

/** How many milestones a project can have that aren't archived; its record carries them all. */
const MOST_MILESTONES = 100;

/** How many milestones a project has. @throws Conflict when it can't have another one */
export async function requireMilestoneLimit(tx: Db, projectId: string): Promise<number> {
  const length = await countLive(tx, projectId);
  if (length < MOST_MILESTONES) return length;
  throw new Conflict(`A project can have ${MOST_MILESTONES} milestones.`, {
    code: "too_many_milestones",
    hint: "Archive one that is over, or split the project.",
  });
}

/**
 * Puts a milestone at its place among the project's others that aren't archived, and closes every gap.
 * @param position from 0; past the end means last
 */
export async function placeMilestone(
  tx: Db,
  projectId: string,
  milestoneId: string,
  position: number,
): Promise<void> {
  const others = (await liveMilestones(tx, projectId)).filter(({ id }) => id !== milestoneId);
  await renumber(tx, others.map(({ id }) => id).toSpliced(position, 0, milestoneId));
}

/** Closes the gap that an archived milestone left. */
export async function closeGaps(tx: Db, projectId: string): Promise<void> {
  await renumber(tx, (await liveMilestones(tx, projectId)).map(({ id }) => id));
}

/** How many milestones a project has that aren't archived. */
export async function countLive(tx: Db, projectId: string): Promise<number> {
  return (await liveMilestones(tx, projectId)).length;
}

async function liveMilestones(tx: Db, projectId: string) {
  return await tx.selectFrom("milestones").select(["id", "position"])
    .where("project_id", "=", projectId).where("archived_at", "is", null)
    .orderBy("position").orderBy("id").execute();
}

async function renumber(tx: Db, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.updateTable("milestones").set({ position })
      .where("id", "=", id).where("position", "<>", position).execute();
  }
}
