import { z } from "zod";
import { keys } from "../core/keys.ts";
import { principalOperation } from "../core/operation.ts";
import { readWhyOut } from "../visibility/why_out.ts";
import { readMe } from "../profiles/me.ts";
import type { Me } from "../profiles/schema.ts";
import { noSuchWorkspace } from "../core/missing_workspace.ts";

/**
 * Switches the session's active workspace, which pages and `/me` show.
 * @returns the actor in that workspace
 * @throws Forbidden without a signed-in session; NotFound unless the actor belongs to the workspace
 */
export const switchWorkspace = principalOperation({
  name: "workspaces.switch",
  scope: null,
  input: z.strictObject({ workspaceId: keys.workspace }),
  async run(context, { workspaceId }): Promise<Me> {
    const { tx, actor } = context;
    const profile = await tx.selectFrom("profiles").select("id")
      .where("user_id", "=", actor.userId).where("workspace_id", "=", workspaceId)
      .where("removed_at", "is", null).where("suspended_at", "is", null).executeTakeFirst();
    if (!profile) {
      const out = await readWhyOut(context, actor.userId, workspaceId);
      throw out?.error ?? noSuchWorkspace(workspaceId, actor.interface);
    }
    await tx.updateTable("sessions").set({ workspace_id: workspaceId })
      .where("id", "=", actor.credential.id).execute();
    return await readMe({ ...context, actor: { ...actor, activeWorkspaceId: workspaceId } });
  },
});
