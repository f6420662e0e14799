import type { Member } from "../core/actor.ts";
import { changeRecord } from "../change/change_record.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import type { Milestone } from "../projects/schema.ts";
import { milestoneRules } from "./change_rules.ts";
import { readMilestone } from "./locate.ts";
import { type MilestoneKey, milestoneKey, MilestonePatch } from "./schema.ts";

/**
 * Changes, moves, archives, or restores a milestone. A restored one comes last by default.
 * @throws NotFound; Forbidden unless a project writer; Conflict if the project is archived or full, has another
 *   milestone of this name, or an archived one would be moved; Stale
 */
export const updateMilestone = operation({
  name: "milestones.update",
  scope: "projects.write",
  input: milestoneKey.extend({ patch: MilestonePatch }),
  run: (context, { patch, ...which }) => changeMilestone(context, which, patch),
});

/**
 * Archives a milestone. It takes no more tasks, and leaves the project's plan and the roadmap. Its tasks keep it, and
 * its name can be reused.
 * @throws NotFound; Forbidden unless a project writer; Conflict if the project is archived; Stale
 */
export const archiveMilestone = operation({
  name: "milestones.archive",
  scope: "projects.write",
  input: milestoneKey,
  run: (context, which) => changeMilestone(context, which, { archived: true }),
});

/**
 * Restores an archived milestone, as the last. Restoring an active one changes nothing.
 * @throws NotFound; Forbidden unless a project writer; Conflict if the project is archived or full, or has
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
  { version, ...key }: MilestoneKey,
  patch: MilestonePatch,
): Promise<Milestone> {
  const { id } = await changeRecord(context, milestoneRules, key, { version, patch });
  return await readMilestone(context, id);
}
