import type { Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { column, longText } from "../change/columns.ts";
import type { Planner, Planners } from "../change/plan.ts";
import { resolveWorkflow } from "../workflows/locate.ts";
import { adoptStates } from "../workflows/successors.ts";
import { releaseKey, requireFreeKey } from "./key.ts";
import type { StoredTeam } from "./locate.ts";
import type { TeamPatch } from "./schema.ts";

type TeamColumns = Updateable<Tables["teams"]>;
type TeamPlanner<V> = Planner<StoredTeam, TeamPatch, TeamColumns, V>;

const key: TeamPlanner<string> = async (context, to) => {
  const { record: team } = context;
  if (to === team.key) return null;
  await requireFreeKey(context, to, team.id);
  return {
    columns: { key: to },
    fact: { kind: "team.key_changed", data: { from: team.key, to } },
    also: () => releaseKey(context, team, to),
  };
};

const privacy: TeamPlanner<boolean> = ({ record: team }, to) => {
  const from = team.private === 1;
  if (to === from) return null;
  return {
    columns: { private: to ? 1 : 0 },
    fact: { kind: "team.privacy_changed", data: { from, to } },
  };
};

const workflow: TeamPlanner<string> = async (context, workflowId) => {
  const { tx, record: team } = context;
  const to = await resolveWorkflow(context, workflowId);
  if (to.id === team.workflow_id) return null;
  const from = await tx.selectFrom("workflows").select(["id", "name"])
    .where("id", "=", team.workflow_id).executeTakeFirstOrThrow();
  return {
    columns: { workflow_id: to.id },
    fact: { kind: "team.workflow_changed", data: { from, to: { id: to.id, name: to.name } } },
    also: () => adoptStates(context, from.id, to.id),
  };
};

/** The planners in the order of activity. */
export const teamPlanners: Planners<StoredTeam, TeamPatch, TeamColumns> = {
  name: column("name", "team.name_changed"),
  key,
  description: longText("description", "team.description_changed"),
  expertiseArea: column("expertise_area", "team.expertise_area_changed"),
  private: privacy,
  workflowId: workflow,
};
