import { sql } from "kysely";
import { z } from "zod";
import { behind, cutPage, pageFields } from "../cursor.ts";
import { principalQuery } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import type { Credential } from "./schema.ts";

export interface CredentialPage {
  credentials: Json<Credential[]>;
  nextCursor: string | null;
}

/** One's own personal access tokens, newest first: good ones and expired ones; a revoked one is gone. */
export const listCredentials = principalQuery({
  name: "credentials.list",
  scope: "tokens.manage",
  input: z.strictObject(pageFields),
  async run({ db, actor, now }, { limit, cursor }): Promise<CredentialPage> {
    const { rows } = await sql<{ key: string; json: string }>`
      select c.id as key, json_object('id', c.id, 'label', c.label, 'prefix', c.prefix,
        'scopes', json(c.scopes),
        'status', iif(c.expires_at <= ${now.toISOString()}, 'expired', 'active'),
        'createdAt', c.created_at, 'expiresAt', c.expires_at, 'lastUsedAt', c.last_used_at) as json
      from credentials c
      where c.user_id = ${actor.userId} and c.revoked_at is null and c.id < ${
      behind("credentials", cursor)
    }
      order by c.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("credentials", rows, limit);
    return { credentials: json, nextCursor };
  },
});
