import { type DomainError, Forbidden, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";

/** Why somebody isn't let into a workspace that they belonged to. */
export interface WhyOut {
  /** As a sentence, for the page that they have open. */
  words: string;
  /** What whoever names the workspace is answered; null where it isn't there for them. */
  error: DomainError | null;
}

/** Why a workspace isn't there any more for somebody; null where it never was, or nothing is known of it. */
export async function readWhyOut(
  { db }: ReadContext,
  userId: string,
  workspaceId: string,
): Promise<WhyOut | null> {
  const found = await db.selectFrom("profiles as p")
    .innerJoin("workspaces as w", "w.id", "p.workspace_id")
    .select(["w.name", "w.deleted_at", "p.removed_at", "p.suspended_at"])
    .where("p.user_id", "=", userId).where("p.workspace_id", "=", workspaceId).executeTakeFirst();
  if (!found) return null;
  if (found.deleted_at !== null) {
    const words = `${found.name} was deleted.`;
    return { words, error: new NotFound(words, { code: "workspace_deleted" }) };
  }
  if (found.removed_at !== null) {
    return { words: `You're no longer a member of ${found.name}.`, error: null };
  }
  if (found.suspended_at === null) return null;
  const words = `You're suspended in ${found.name}.`;
  const hint = "Ask an owner or admin to unsuspend you.";
  return { words, error: new Forbidden(words, { code: "member_suspended", hint }) };
}
