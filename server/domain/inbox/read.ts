import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { requireOwn } from "./own_entries.ts";
import { entryJoinsFor, inboxEntryJson } from "./record.ts";
import type { Notification } from "./schema.ts";

/** Reads an entry of the actor's inbox, in any part of it. @throws NotFound for other people's entries */
export const findEntry = query({
  name: "inbox.find",
  scope: "tasks.read",
  input: z.strictObject({ notificationId: keys.notification }),
  async run(context, { notificationId }): Promise<Json<Notification>> {
    await requireOwn(context, [notificationId]);
    return await readEntry(context, notificationId);
  },
});

/** Reads an entry that is known to be the actor's. */
export async function readEntry(
  { actor, db, services }: ReadContext<Member>,
  id: string,
): Promise<Json<Notification>> {
  const { rows } = await sql<{ json: string }>`
    select ${inboxEntryJson(services.settings.origin)} as json
    from notifications n ${entryJoinsFor(actor)} where n.id = ${id}`.execute(db);
  return rows[0]!.json;
}
