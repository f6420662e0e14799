import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { principalQuery } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import type { Session } from "./schema.ts";

const newestFirst: ListOrder = { list: "sessions", by: ["s.id"], descending: true };

/** Lists the actor's valid sessions, newest first. `current` marks the requesting session. */
export const listSessions = principalQuery({
  name: "sessions.list",
  scope: "tokens.manage",
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<Session>> =>
    readPage(context, newestFirst, page, {
      json: sql`json_object('id', s.id, 'kind', s.kind, 'label', s.label,
        'createdAt', s.created_at, 'lastSeenAt', s.last_seen_at, 'address', s.address,
        'expiresAt', (select max(k.expires_at) from session_tokens k
          where k.session_id = s.id and k.used_at is null),
        'current', json(iif(s.id = ${context.actor.credential.id}, 'true', 'false')))`,
      from: sql`sessions s`,
      where: [
        sql`s.user_id = ${context.actor.userId}`,
        sql`s.revoked_at is null`,
        sql`exists (select 1 from session_tokens k where k.session_id = s.id
          and k.used_at is null and k.expires_at > ${context.now.toISOString()})`,
      ],
    }),
});
