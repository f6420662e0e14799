import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { principalQuery } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import type { PersonalToken } from "./schema.ts";

const newestFirst: ListOrder = { list: "credentials", by: ["c.id"], descending: true };

/** Lists the actor's personal access tokens, newest first: valid and expired ones, but not revoked ones. */
export const listPersonalTokens = principalQuery({
  name: "credentials.list",
  scope: "tokens.manage",
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<PersonalToken>> =>
    readPage(context, newestFirst, page, {
      json: sql`json_object('id', c.id, 'label', c.label, 'prefix', c.prefix,
        'scopes', json(c.scopes),
        'status', iif(c.expires_at <= ${context.now.toISOString()}, 'expired', 'active'),
        'createdAt', c.created_at, 'expiresAt', c.expires_at, 'lastUsedAt', c.last_used_at)`,
      from: sql`credentials c`,
      where: [sql`c.user_id = ${context.actor.userId}`, sql`c.revoked_at is null`],
    }),
});
