import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { canEnter } from "../visibility/people.ts";

/** Has sessions that were in this workspace go on in another of the person's, or in none: it is closed to them by now. */
export async function forgetInSessions(
  { tx, actor }: WriteContext<Member>,
  { user_id }: { user_id: string | null },
): Promise<void> {
  await sql`
    update sessions set workspace_id = (
      select p.workspace_id from profiles p
      where p.user_id = ${user_id} and ${sql.raw(canEnter("p"))} order by p.id limit 1)
    where user_id = ${user_id} and workspace_id = ${actor.workspace.id}`.execute(tx);
}

/** Has sessions that are in no workspace go on in this one, which its person joins, or is let into again. */
export async function goOnInSessions(
  { tx, actor }: WriteContext<Member>,
  { user_id }: { user_id: string | null },
): Promise<void> {
  await tx.updateTable("sessions").set({ workspace_id: actor.workspace.id })
    .where("user_id", "=", user_id).where("workspace_id", "is", null).execute();
}
