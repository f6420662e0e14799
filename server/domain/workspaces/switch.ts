import { z } from "zod";
import { NotFound } from "../errors.ts";
import { keys } from "../keys.ts";
import { principalOperation } from "../operation.ts";

/** Makes a workspace the session's active one. @throws NotFound unless the actor belongs to it */
export const switchWorkspace = principalOperation({
  name: "workspaces.switch",
  scope: null,
  input: z.strictObject({ workspaceId: keys.workspace }),
  async run({ tx, actor }, { workspaceId }): Promise<void> {
    const profile = await tx.selectFrom("profiles").select("id")
      .where("user_id", "=", actor.userId).where("workspace_id", "=", workspaceId)
      .where("removed_at", "is", null).executeTakeFirst();
    if (!profile) throw new NotFound(`There is no workspace ${workspaceId} here.`);
    await tx.updateTable("sessions").set({ workspace_id: workspaceId })
      .where("id", "=", actor.credential.id).execute();
  },
});
