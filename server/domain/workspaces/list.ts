import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { principalQuery } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { canEnter } from "../visibility/people.ts";
import type { Workspace } from "./schema.ts";

const byName: ListOrder = { list: "workspaces", by: ["w.name collate nocase", "w.id"] };

/** Lists the actor's workspaces, by name. An automation has one. */
export const listWorkspaces = principalQuery({
  name: "workspaces.list",
  scope: null,
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<Workspace>> =>
    readPage(context, byName, page, {
      json: sql`json_object('id', w.id, 'name', w.name, 'timeZone', w.time_zone,
        'role', p.role, 'version', w.version, 'createdAt', w.created_at)`,
      from: sql`profiles p join workspaces w on w.id = p.workspace_id`,
      where: [
        context.actor.automation
          ? sql`p.id = ${context.actor.automation.profileId}`
          : sql`p.user_id = ${context.actor.userId}`,
        sql.raw(canEnter("p")),
      ],
    }),
});
