import { sql } from "kysely";
import { z } from "zod";
import { behind, cutPage, pageFields } from "../cursor.ts";
import { principalQuery } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import type { OwnSession } from "./schema.ts";

export interface SessionPage {
  sessions: Json<OwnSession[]>;
  nextCursor: string | null;
}

/** One's own sessions that can still be used, newest first. `current` is the one that asks. */
export const listSessions = principalQuery({
  name: "sessions.list",
  scope: "tokens.manage",
  input: z.strictObject(pageFields),
  async run({ db, actor, now }, { limit, cursor }): Promise<SessionPage> {
    const { rows } = await sql<{ key: string; json: string }>`
      select s.id as key, json_object('id', s.id, 'kind', s.kind, 'label', s.label,
        'createdAt', s.created_at, 'lastSeenAt', s.last_seen_at,
        'current', json(iif(s.id = ${actor.credential.id}, 'true', 'false'))) as json
      from sessions s
      where s.user_id = ${actor.userId} and s.revoked_at is null and s.id < ${
      behind("sessions", cursor)
    }
        and exists (select 1 from session_tokens k where k.session_id = s.id
          and k.used_at is null and k.expires_at > ${now.toISOString()})
      order by s.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("sessions", rows, limit);
    return { sessions: json, nextCursor };
  },
});
