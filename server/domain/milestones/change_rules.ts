import type { Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { ChangeRules } from "../change/change_record.ts";
import { becameOf, column, name } from "../change/columns.ts";
import type { Planner } from "../change/plan.ts";
import { Conflict } from "../core/errors.ts";
import { requireFreeName } from "../core/free_names.ts";
import { calendarDay } from "../core/days.ts";
import { locateProject } from "../projects/locate.ts";
import { requireProjectWriter, requireUnarchived } from "../projects/permission.ts";
import { touchProject } from "../projects/touch.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { locateMilestone, type StoredMilestone } from "./locate.ts";
import { closeGaps, countUnarchived, placeMilestone, requireMilestoneLimit } from "./order.ts";
import type { MilestoneKey, MilestonePatch } from "./schema.ts";

type MilestonePlanner<V> = Planner<
  StoredMilestone,
  MilestonePatch,
  Updateable<Tables["milestones"]>,
  V
>;

/** A restored milestone gets the patch's position, or comes last. */
const archived: MilestonePlanner<boolean> = async (context, to, { position }) => {
  const { now, record } = context;
  const { id, project_id: projectId, archived_at } = record;
  if (to === (archived_at !== null)) return null;
  if (to) {
    return {
      columns: { archived_at: now.toISOString() },
      also: () => closeGaps(context, projectId),
    };
  }
  const last = await requireMilestoneLimit(context, projectId);
  return {
    columns: { archived_at: null, position: position ?? last },
    also: () => placeMilestone(context, projectId, id, position ?? last),
  };
};

const position: MilestonePlanner<number> = async (context, wanted) => {
  const { record } = context;
  if (wanted === record.position) return null;
  if (record.archived_at !== null) throw archivedMilestone();
  const to = Math.min(wanted, await countUnarchived(context, record.project_id) - 1);
  if (to === record.position) return null;
  return {
    columns: {},
    also: () => placeMilestone(context, record.project_id, record.id, to),
  };
};

function archivedMilestone(): Conflict {
  return new Conflict("This milestone is archived, so it has no position.", {
    code: "milestone_archived",
    hint: "Restore the milestone first, or in the same change.",
  });
}

export const milestoneRules: ChangeRules<
  "milestones",
  Omit<MilestoneKey, "version">,
  StoredMilestone,
  MilestonePatch
> = {
  name: "milestone",
  table: "milestones",
  dated: false,
  async locate(context, { projectId, milestoneId }) {
    const project = await locateProject(context, projectId);
    requireProjectWriter(context.actor, project);
    requireUnarchived(project);
    return await locateMilestone(context, project.id, milestoneId);
  },
  planners: {
    name: name(),
    description: column("description"),
    targetDate(context, to) {
      const day = to && calendarDay(to, context.actor.workspace.timeZone, "targetDate");
      return column<"target_date", string | null>("target_date")(context, day);
    },
    archived,
    position,
  },
  async requireFit(context, { id, project_id }, { name, archived_at }) {
    if (archived_at === null) {
      await requireFreeName(context, "milestones", { within: project_id, name, ownId: id });
    }
  },
  async around(context, { before, columns }, write) {
    await write();
    // Tasks show their milestone's name.
    if ("name" in columns) await reviseWorkspace(context);
    await touchProject(context, before.project_id);
  },
  subject: ({ project_id }) => project_id,
  sum({ id, ...from }, to) {
    return {
      kind: `project.milestone_${becameOf(from, to)}`,
      data: { from: { id, name: from.name }, to: { id, name: to.name } },
    };
  },
};
