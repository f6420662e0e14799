import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import type { Workspace } from "./schema.ts";

/** The actor's current workspace. */
export const findWorkspace = query({
  name: "workspaces.find",
  scope: null,
  input: z.strictObject({}),
  run: readWorkspace,
});

/** Returns the workspace's record, with the actor's role. An automation has none. */
export async function readWorkspace({ db, actor }: ReadContext<Member>): Promise<Workspace> {
  const row = await db.selectFrom("workspaces").selectAll()
    .where("id", "=", actor.workspace.id).executeTakeFirstOrThrow();
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    role: actor.automation ? null : actor.role,
    version: row.version,
    createdAt: row.created_at,
  };
}
