import { z } from "zod";
import { principalQuery } from "../core/operation.ts";

/** The maximum number of names, because people are in few workspaces. */
const MOST_NAMED = 20;

/** Returns the names of the workspaces in which the actor is suspended. Lists of the actor's workspaces omit them. */
export const findSuspensions = principalQuery({
  name: "workspaces.suspendedIn",
  scope: null,
  input: z.strictObject({}),
  async run({ db, actor }): Promise<string[]> {
    const rows = await db.selectFrom("profiles as p")
      .innerJoin("workspaces as w", "w.id", "p.workspace_id").select("w.name")
      .where("p.user_id", "=", actor.userId).where("p.suspended_at", "is not", null)
      .where("p.removed_at", "is", null).orderBy("w.name").limit(MOST_NAMED).execute();
    return rows.map(({ name }) => name);
  },
});
