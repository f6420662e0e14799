import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { canEnter } from "../visibility/people.ts";

/** Switches sessions in a workspace that the person can't open anymore to another one, or to none. */
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

/** Switches the person's sessions without a workspace to this one. */
export async function goOnInSessions(
  { tx, actor }: WriteContext<Member>,
  { user_id }: { user_id: string | null },
): Promise<void> {
  await tx.updateTable("sessions").set({ workspace_id: actor.workspace.id })
    .where("user_id", "=", user_id).where("workspace_id", "is", null).execute();
}
