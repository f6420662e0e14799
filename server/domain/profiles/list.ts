import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../fields.ts";
import { query } from "../operation.ts";
import { type ListOrder, type Page, readPage } from "../page.ts";
import { memberJson } from "./record.ts";
import type { MemberRecord } from "./schema.ts";

const byName: ListOrder = { list: "members", by: ["p.name collate nocase", "p.id"] };

/** Everyone who belongs to the workspace now, by name; only the teams that the actor may see. */
export const listMembers = query({
  name: "members.list",
  scope: "workspace.read",
  input: z.strictObject(pageFields),
  run: ({ db, actor }, page): Promise<Page<MemberRecord>> =>
    readPage(db, byName, page, {
      json: memberJson(actor),
      from: sql`profiles p left join users u on u.id = p.user_id`,
      where: [sql`p.workspace_id = ${actor.workspace.id}`, sql`p.removed_at is null`],
    }),
});
