import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { requireOwn } from "./own_entries.ts";
import { entryJoinsFor, inboxEntryJson } from "./record.ts";
import type { Notification } from "./schema.ts";

/** One entry of one's inbox, wherever in it that stands. @throws NotFound for anybody else's */
export const findEntry = query({
  name: "inbox.find",
  scope: "tasks.read",
  input: z.strictObject({ notificationId: keys.notification }),
  async run(context, { notificationId }): Promise<Json<Notification>> {
    await requireOwn(context, [notificationId]);
    return await readEntry(context, notificationId);
  },
});

/** An entry that is known to be one's own. */
export async function readEntry(
  { actor, db, services }: ReadContext<Member>,
  id: string,
): Promise<Json<Notification>> {
  const { rows } = await sql<{ json: string }>`
    select ${inboxEntryJson(services.settings.origin)} as json
    from notifications n ${entryJoinsFor(actor)} where n.id = ${id}`.execute(db);
  return rows[0]!.json;
}
