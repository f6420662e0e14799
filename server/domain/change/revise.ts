import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";

/**
 * Makes every ETag of a workspace's records new: a name that they show has changed, or who may see what. One write,
 * however many records there are.
 * The actor's workspace gets its new revision once that is committed, so that the answer to this write carries it.
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
