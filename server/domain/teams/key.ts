import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/**
 * Checks that a key is free: no team has it, even an archived one, and no other team had it, because its old references
 * keep working.
 * @param teamId the team, if it already exists; it can get back its own former key
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
  // The same message for a hidden team, because the key is taken in any case
  throw new Conflict(`Another team has or had the key ${key}.`, {
    code: "team_key_taken",
    hint: "Choose another key.",
  });
}

/** Stores a team's former key, so that its old references still work: one row for any number of tasks. */
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
