import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { principalQuery } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { endOfToken, firstListed } from "./ended.ts";
import type { PersonalToken } from "./schema.ts";

const newestFirst: ListOrder = { list: "credentials", by: ["c.id"], descending: true };

/** Lists the actor's personal access tokens, newest first. Revoked and expired ones stay listed for 90 days. */
export const listPersonalTokens = principalQuery({
  name: "credentials.list",
  scope: "tokens.manage",
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<PersonalToken>> =>
    readPage(context, newestFirst, page, {
      json: sql`json_object('id', c.id, 'label', c.label, 'prefix', c.prefix,
        'scopes', json(c.scopes),
        'status', iif(c.revoked_at is not null, 'revoked',
          iif(c.expires_at <= ${context.now.toISOString()}, 'expired', 'active')),
        'createdAt', c.created_at, 'expiresAt', c.expires_at, 'revokedAt', c.revoked_at,
        'lastUsedAt', c.last_used_at)`,
      from: sql`credentials c`,
      where: [
        sql`c.user_id = ${context.actor.userId}`,
        sql`(${sql.raw(endOfToken)} is null
          or ${sql.raw(endOfToken)} > ${firstListed(context.now)})`,
      ],
    }),
});
