import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { requireTeamChanger } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { teamPlanners } from "./planners.ts";
import { locateAnyTeam, requireUnarchivedTeam, type StoredTeam } from "./locate.ts";
import { readTeam } from "./record.ts";
import { type TeamDetail, TeamPatch } from "./schema.ts";

/** Changes that are also recorded in the audit log. */
const audited = ["team.privacy_changed", "team.key_changed", "team.name_changed"];
/** Changes that other records show, or that affect visibility. */
const shownElsewhere = [
  "team.name_changed",
  "team.privacy_changed",
  "team.key_changed",
  "team.workflow_changed",
];

const teams: ChangeRules<"teams", string, StoredTeam, TeamPatch> = {
  name: "team",
  table: "teams",
  dated: false,
  locate: locateAnyTeam,
  allow: ({ actor }, team) => requireTeamChanger(actor, team.id),
  requireUnarchived: (_, team) => requireUnarchivedTeam(team),
  planners: teamPlanners,
  async around(context, { facts }, write) {
    await write();
    const shown = facts.some(({ kind }) => shownElsewhere.includes(kind));
    if (shown) await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: ({ kind }, { name }) => audited.includes(kind) ? name : null,
};

/**
 * Changes a team's settings, each with its own activity entry. References with a former key keep working. A team that
 * becomes private is hidden immediately from everyone but its members and managers; tasks assigned to others stay
 * assigned. With another workflow, tasks keep their status and get the state of the same name, or else the status's
 * first.
 * @throws NotFound; Forbidden unless a manager or a lead of the team; Conflict if the key is or was another team's, and
 * for an archived team; Invalid for a missing workflow; Stale
 */
export const updateTeam = operation({
  name: "teams.update",
  scope: "workspace.manage",
  input: z.strictObject({ teamId: keys.team, version: seenVersion, patch: TeamPatch }),
  async run(context, { teamId, ...change }): Promise<Versioned<TeamDetail>> {
    const { id } = await changeRecord(context, teams, teamId, change);
    return await readTeam(context, id);
  },
});
