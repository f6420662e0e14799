import type { Member } from "../core/actor.ts";
import { Conflict, Forbidden } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";

/**
 * Checks that the workspace keeps an active owner without this one. Runs inside the transaction, so that if two owners
 * leave at once, the second is refused. `RULES.md`, Vocabularies
 * @throws Conflict otherwise
 */
export async function requireAnotherOwner(
  { db, actor }: ReadContext<Member>,
  profileId: string,
): Promise<void> {
  const other = await db.selectFrom("profiles").select("id")
    .where("workspace_id", "=", actor.workspace.id).where("role", "=", "owner")
    .where("removed_at", "is", null).where("suspended_at", "is", null)
    .where("id", "<>", profileId)
    .limit(1).executeTakeFirst();
  if (other) return;
  throw new Conflict("This is the last owner, and a workspace needs at least one owner.", {
    code: "last_owner",
    hint: "Make another member an owner first.",
  });
}

/** @throws Forbidden unless the actor is an owner, because only owners can grant or remove the owner role */
export function requireOwner(actor: Pick<Member, "role">): void {
  if (actor.role === "owner") return;
  throw new Forbidden("Only owners can add, change, or suspend owners.", {
    code: "not_owner",
    hint: "Ask an owner.",
  });
}
