import { z } from "zod";
import { principalQuery } from "../operation.ts";
import type { Workspace } from "./schema.ts";

/** The workspaces that the actor belongs to, by name; an automation belongs to one. */
export const listWorkspaces = principalQuery({
  name: "workspaces.list",
  scope: null,
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Workspace[]> {
    const rows = await db.selectFrom("profiles as p")
      .innerJoin("workspaces as w", "w.id", "p.workspace_id")
      .select(["w.id", "w.name", "w.time_zone", "p.role", "w.version", "w.created_at"])
      .where((e) =>
        actor.automation
          ? e("p.id", "=", actor.automation.profileId)
          : e("p.user_id", "=", actor.userId)
      )
      .where("p.removed_at", "is", null)
      .orderBy("w.name").execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      timeZone: row.time_zone,
      role: row.role ?? "member",
      version: row.version,
      createdAt: row.created_at,
    }));
  },
});
