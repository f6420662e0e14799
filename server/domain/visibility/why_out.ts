import { type DomainError, Forbidden, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";

/** The reason that someone can't open their former workspace. */
export interface WhyOut {
  /** The reason as a sentence, for the page that the person has open. */
  words: string;
  /** The error for requests that name the workspace, or null if it doesn't exist for them. */
  error: DomainError | null;
}

/**
 * Returns the reason that a workspace is no longer available to someone, or null if it never was or nothing is known.
 */
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
