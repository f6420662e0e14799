import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { audit } from "../audit/record.ts";
import { type Found, requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { type Db, operation } from "../operation.ts";
import { requireTeamKeeper } from "../permission.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { planTeamChanges, type TeamChange } from "./changes.ts";
import { locateAnyTeam, requireStanding, type StoredTeam } from "./locate.ts";
import { readTeam } from "./record.ts";
import { type TeamDetail, TeamPatch } from "./schema.ts";

/**
 * Changes a team's settings, each change with an activity row of its own. With a new key, references made of the old
 * one keep working. Making a team private hides it and its tasks at once from everyone but its members and managers;
 * a task assigned to somebody else stays assigned, out of their sight. With another workflow each task keeps its
 * status, and stands in the state of the same name or else the status's first.
 * @throws NotFound; Forbidden unless a manager or a lead of the team; Conflict for a key that is or was another
 *   team's, and for an archived team; Invalid for a workflow that doesn't exist; Stale
 */
export const updateTeam = operation({
  name: "teams.update",
  scope: "workspace.manage",
  input: z.strictObject({ teamId: keys.team, version: z.int().optional(), patch: TeamPatch }),
  async run({ tx, actor, now }, { teamId, version, patch }): Promise<Found<TeamDetail>> {
    const team = await locateAnyTeam(tx, actor, teamId);
    requireTeamKeeper(actor, team.id);
    requireVersion("team", team.version, version);
    requireStanding(team);
    const changes = await planTeamChanges(tx, actor, now, team, patch);
    if (changes.length > 0) await apply(tx, actor, now, team, changes);
    return await readTeam(tx, actor, team.id);
  },
});

/** Changes that the audit keeps too. */
const audited = ["team.privacy_changed", "team.key_changed", "team.name_changed"];
/** Changes that other records show, or that decide who sees them. */
const shownElsewhere = ["team.privacy_changed", "team.key_changed", "team.workflow_changed"];

async function apply(tx: Db, actor: Member, now: Date, team: StoredTeam, changes: TeamChange[]) {
  const columns = Object.assign({}, ...changes.map((change) => change.columns));
  await tx.updateTable("teams").set((e) => ({ ...columns, version: e("version", "+", 1) }))
    .where("id", "=", team.id).execute();
  const subject = { kind: "team", id: team.id } as const;
  for (const { kind, data, also } of changes) {
    await also?.();
    await recordActivity(tx, actor, now, { subject, kind, data });
    if (audited.includes(kind)) {
      const event = kind as `${string}.${string}`;
      await audit(tx, actor, now, { kind: event, subject: { ...subject, name: team.name }, data });
    }
  }
  if (changes.some(({ kind }) => shownElsewhere.includes(kind))) {
    await reviseWorkspace(tx, actor.workspace.id);
  }
}
