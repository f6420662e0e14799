import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { archiving } from "../change/columns.ts";
import { audit } from "../audit/write.ts";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { locateAnyTeam, type StoredTeam } from "./locate.ts";
import { readTeam } from "./record.ts";
import type { TeamDetail } from "./schema.ts";
import { openStatuses } from "../vocabulary.ts";

/**
 * Archives a team. It leaves lists and menus, and takes no new tasks. Its tasks keep their references and can be found,
 * but can't be changed until it is restored. With open tasks, this requires `force`. Archiving it again changes
 * nothing.
 * @throws NotFound; Forbidden unless a manager; Conflict with its number of open tasks, up to a hundred, if it has any;
 * Stale
 */
export const archiveTeam = operation({
  name: "teams.archive",
  scope: "workspace.manage",
  input: z.strictObject({
    teamId: keys.team,
    version: seenVersion,
    force: z.boolean().optional().describe(
      "Whether to archive the team even if it has open tasks.",
    ),
  }),
  async run(context, { teamId, version, force = false }): Promise<Versioned<TeamDetail>> {
    const change = { version, patch: { archived: true } };
    const { id } = await changeRecord(context, archived(force), teamId, change);
    return await readTeam(context, id);
  },
});

/** Restores an archived team. @throws NotFound; Forbidden unless a manager; Stale */
export const restoreTeam = operation({
  name: "teams.restore",
  scope: "workspace.manage",
  input: z.strictObject({ teamId: keys.team, version: seenVersion }),
  async run(context, { teamId, version }): Promise<Versioned<TeamDetail>> {
    const change = { version, patch: { archived: false } };
    const { id } = await changeRecord(context, restored, teamId, change);
    return await readTeam(context, id);
  },
});

type Shelved = ChangeRules<"teams", string, StoredTeam, { archived: boolean }>;

const restored: Shelved = {
  name: "team",
  table: "teams",
  dated: false,
  locate: locateAnyTeam,
  allow: ({ actor }) => requireManager(actor, "restore teams"),
  planners: { archived: archiving({ archived: "team.archived", restored: "team.restored" }) },
  async around(context, _, write) {
    await write();
    await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: (_, { name }) => name,
};

/** @param force whether to archive it with open tasks, whose number the audit log records */
function archived(force: boolean): Shelved {
  const { auditName: _, ...noun } = restored;
  return {
    ...noun,
    allow: ({ actor }) => requireManager(actor, "archive teams"),
    async around(context, { before: team }, write) {
      const open = await countOpenTasks(context, team.id);
      if (open > 0 && !force) throw hasOpenTasks(context.actor, team, open);
      await write();
      await reviseWorkspace(context);
      await audit(context, {
        kind: "team.archived",
        subject: { kind: "team", id: team.id, name: team.name },
        data: { openTasks: Math.min(open, MOST_COUNTED) },
      });
    },
  };
}

/** The maximum count of open tasks, because higher numbers don't help. */
const MOST_COUNTED = 100;

/** Counts open tasks, including drafts, up to one more than the maximum. */
async function countOpenTasks({ db }: ReadContext, teamId: string): Promise<number> {
  const open = await db.selectFrom("tasks").select("id")
    .where("team_id", "=", teamId).where("status", "in", openStatuses)
    .where("archived_at", "is", null).limit(MOST_COUNTED + 1).execute();
  return open.length;
}

function hasOpenTasks(
  { interface: source }: Member,
  team: StoredTeam,
  open: number,
): Conflict {
  const many = open > MOST_COUNTED ? `more than ${MOST_COUNTED}` : String(open);
  const tasks = open === 1 ? "1 open task" : `${many} open tasks`;
  return new Conflict(`The team ${team.name} still has ${tasks}.`, {
    code: "team_has_open_tasks",
    hint: source === "web"
      ? "Complete, cancel, or move the tasks first. To archive the team with its open tasks, check the checkbox."
      : "Complete, cancel, or move the tasks first. To archive the team with its open tasks, send force: true.",
  });
}
