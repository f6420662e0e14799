import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { audit } from "../audit/record.ts";
import { Conflict } from "../core/errors.ts";
import { requireVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { locateAnyTeam, type StoredTeam } from "./locate.ts";
import { readTeam } from "./record.ts";
import type { TeamDetail } from "./schema.ts";

/**
 * Archives a team: it leaves lists and pickers and takes no new tasks. Nothing of it is lost: its tasks keep their
 * references and stay findable, but nothing of them changes until it is restored, which brings it back as it was.
 * While tasks are open it is refused, unless `force` says that they may stay behind. Archiving twice is once.
 * @throws NotFound; Forbidden unless a manager; Conflict while it has open tasks, telling how many, up to a hundred;
 *   Stale
 */
export const archiveTeam = operation({
  name: "teams.archive",
  scope: "workspace.manage",
  input: z.strictObject({
    teamId: keys.team,
    version: z.int().optional(),
    force: z.boolean().optional().describe("`true` archives it although it has open tasks."),
  }),
  async run(context, { teamId, version, force }): Promise<Versioned<TeamDetail>> {
    const { actor, now } = context;
    const team = await locateAnyTeam(context, teamId);
    requireManager(actor, "archive teams");
    requireVersion("team", team.version, version);
    if (team.archived_at !== null) return await readTeam(context, team.id);
    const open = await countOpenTasks(context, team.id);
    if (open > 0 && !force) throw hasOpenTasks(team, open);
    await setArchived(context, team.id, now.toISOString());
    await reviseWorkspace(context);
    const subject = { kind: "team", id: team.id } as const;
    await recordActivity(context, team.id, { kind: "team.archived" });
    await audit(context, {
      kind: "team.archived",
      subject: { ...subject, name: team.name },
      data: { openTasks: Math.min(open, MOST_COUNTED) },
    });
    return await readTeam(context, team.id);
  },
});

/** Brings an archived team back as it was. @throws NotFound; Forbidden unless a manager; Stale */
export const restoreTeam = operation({
  name: "teams.restore",
  scope: "workspace.manage",
  input: z.strictObject({ teamId: keys.team, version: z.int().optional() }),
  async run(context, { teamId, version }): Promise<Versioned<TeamDetail>> {
    const team = await locateAnyTeam(context, teamId);
    requireManager(context.actor, "restore teams");
    requireVersion("team", team.version, version);
    if (team.archived_at === null) return await readTeam(context, team.id);
    await setArchived(context, team.id, null);
    await reviseWorkspace(context);
    const subject = { kind: "team", id: team.id } as const;
    await recordActivity(context, team.id, { kind: "team.restored" });
    await audit(context, {
      kind: "team.restored",
      subject: { ...subject, name: team.name },
    });
    return await readTeam(context, team.id);
  },
});

async function setArchived(
  { tx }: WriteContext,
  teamId: string,
  archivedAt: string | null,
): Promise<void> {
  await tx.updateTable("teams")
    .set((e) => ({ archived_at: archivedAt, version: e("version", "+", 1) }))
    .where("id", "=", teamId).execute();
}

/** How many open tasks are counted: past that, how many there are helps nobody. */
const MOST_COUNTED = 100;

/** Tasks, drafts included, that are neither done nor cancelled nor archived; at most one more than are counted. */
async function countOpenTasks({ db }: ReadContext, teamId: string): Promise<number> {
  const open = await db.selectFrom("tasks").select("id")
    .where("team_id", "=", teamId).where("status", "in", ["backlogged", "planned", "progressed"])
    .where("archived_at", "is", null).limit(MOST_COUNTED + 1).execute();
  return open.length;
}

function hasOpenTasks(team: StoredTeam, open: number): Conflict {
  const many = open > MOST_COUNTED ? `more than ${MOST_COUNTED}` : String(open);
  const tasks = open === 1 ? "1 open task" : `${many} open tasks`;
  return new Conflict(`The team ${team.name} still has ${tasks}.`, {
    code: "team_has_open_tasks",
    hint: "Finish, cancel or move them first, or send force: true to keep them as they are.",
  });
}
