import { z } from "zod";
import { operation, within } from "../core/operation.ts";
import { removeMember } from "../members/remove.ts";
import { requireTypedName, typedName } from "./typed_name.ts";

/** The workspace that was left. */
export interface LeftWorkspace {
  id: string;
  name: string;
}

/**
 * Leaves the workspace after its name was typed, because this can't be undone.
 * @throws Forbidden unless signed in; Invalid for another name; Conflict for its last owner
 */
export const leaveWorkspace = operation({
  name: "workspaces.leave",
  scope: null,
  input: z.strictObject({ name: typedName }),
  async run(context, { name }): Promise<LeftWorkspace> {
    const workspace = await context.tx.selectFrom("workspaces").select(["id", "name"])
      .where("id", "=", context.actor.workspace.id).executeTakeFirstOrThrow();
    requireTypedName(workspace, name);
    await within(context, removeMember, { profileId: "me" });
    return workspace;
  },
});
