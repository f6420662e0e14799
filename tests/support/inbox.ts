import { listInbox } from "../../server/domain/inbox/list.ts";
import type { Notification } from "../../server/domain/inbox/schema.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { Cast, Person } from "./cast.ts";

/** Returns a person's inbox, newest first. */
export async function inboxOf(
  { world }: Cast,
  who: Person,
  query: Record<string, unknown> = {},
): Promise<Notification[]> {
  const page = await perform(world.services, who.member, listInbox, query);
  return parseJson(page.records);
}

/** Returns the kinds of a person's notifications, newest first. */
export async function heard(cast: Cast, who: Person): Promise<string[]> {
  return (await inboxOf(cast, who)).map(({ kind }) => kind);
}
