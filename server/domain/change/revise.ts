import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";

/**
 * Renews the ETags of all records in a workspace, after a change to a shown name or to visibility. This is one write,
 * for any number of records. After the commit, the actor's workspace has the new revision, so that the response
 * includes it.
 */
export async function reviseWorkspace(
  { tx, actor, afterCommit }: WriteContext<Member>,
): Promise<void> {
  const { workspace } = actor;
  const { revision } = await tx.updateTable("workspaces")
    .set((e) => ({ revision: e("revision", "+", 1) }))
    .where("id", "=", workspace.id).returning("revision").executeTakeFirstOrThrow();
  afterCommit(() => void (workspace.revision = revision));
}
