import { sql } from "kysely";
import { z } from "zod";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { memberJson } from "./record.ts";
import type { MemberRecord } from "./schema.ts";

/** Everyone who belongs to the workspace now, by name; only the teams that the actor may see. */
export const listMembers = query({
  name: "members.list",
  scope: "workspace.read",
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Json<MemberRecord[]>> {
    const { rows } = await sql<{ json: string }>`
      select ${memberJson(actor)} as json
      from profiles p left join users u on u.id = p.user_id
      where p.workspace_id = ${actor.workspace.id} and p.removed_at is null
      order by p.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
