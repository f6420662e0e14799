import { principalOperation } from "../operation.ts";
import { ViewerPatch } from "./schema.ts";

/** Changes one's own name, in every workspace. */
export const updateViewer = principalOperation({
  name: "me.update",
  scope: null,
  input: ViewerPatch,
  async run({ tx, actor }, { name }): Promise<void> {
    await tx.updateTable("users").set({ name }).where("id", "=", actor.userId).execute();
    await tx.updateTable("profiles").set({ name }).where("user_id", "=", actor.userId).execute();
    await tx.updateTable("workspaces").set((e) => ({ revision: e("revision", "+", 1) }))
      .where(
        "id",
        "in",
        (e) => e.selectFrom("profiles").select("workspace_id").where("user_id", "=", actor.userId),
      )
      .execute();
  },
});
