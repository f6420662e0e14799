import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/**
 * Holds that a key is free in the workspace: no team has it, an archived one neither, and no other had it before,
 * because references made of it keep leading to that one's tasks.
 * @param teamId the team that wants it, where it exists already: it may take back a key of its own
 * @throws Conflict otherwise
 */
export async function requireFreeKey(
  { db, actor }: ReadContext<Member>,
  key: string,
  teamId?: string,
): Promise<void> {
  const current = await db.selectFrom("teams").select("id")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).executeTakeFirst();
  const former = await db.selectFrom("team_former_keys").select("team_id as id")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).executeTakeFirst();
  const holder = current ?? former;
  if (!holder || holder.id === teamId) return;
  // Said alike for a private team that the actor may not see: the key is taken either way
  throw new Conflict(`Another team has or had the key ${key}.`, {
    code: "team_key_taken",
    hint: "Choose another key.",
  });
}

/** Keeps the key that a team gives up, so that its old references still work: one row, however many tasks. */
export async function releaseKey(
  { tx, actor, now }: WriteContext<Member>,
  team: { id: string; key: string },
  newKey: string,
): Promise<void> {
  await tx.deleteFrom("team_former_keys")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", newKey).execute();
  await tx.insertInto("team_former_keys").values({
    workspace_id: actor.workspace.id,
    key: team.key,
    team_id: team.id,
    given_up_at: now.toISOString(),
  }).execute();
}
