import { type RawBuilder, sql } from "kysely";
import { keptIn } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { addressKey } from "../core/unsubscribe_token.ts";
import { canEnter } from "../visibility/people.ts";
import { firstChannels, type NotificationChannel, type NotificationKind } from "../vocabulary.ts";

/** Returns the channel of a user for a kind of notification, as SQL. */
export function channelOf(user: string, kind: NotificationKind): RawBuilder<NotificationChannel> {
  const kept = sql.ref(`${user}.notifications`);
  return sql`coalesce(iif(json_valid(${kept}), ${kept} ->> ${`$.${kind}`}, null),
    ${firstChannels[kind]})`;
}

/** Returns whether an address without an account has unsubscribed from invitations. @param key the address's key */
export async function isUnmailed({ db }: ReadContext, key: string): Promise<boolean> {
  const found = await db.selectFrom("unmailed_addresses").select("key").where("key", "=", key)
    .executeTakeFirst();
  return found !== undefined;
}

/** Returns whether an invitation is emailed, which is the default. @param user the address's account */
export async function isInvitationMailed(
  context: ReadContext,
  email: string,
  user: { id: string } | undefined,
): Promise<boolean> {
  const { db } = context;
  if (!user) return !await isUnmailed(context, await addressKey(context, email));
  const { rows } = await sql<{ channel: NotificationChannel }>`
    select ${channelOf("u", "invitation")} as channel from users u where u.id = ${user.id}`
    .execute(db);
  return rows[0]?.channel === "mail";
}

/** A person's choices for notifications. */
export interface Choices {
  /** The chosen channel of each kind. */
  chosen: Partial<Record<NotificationKind, NotificationChannel>>;
  /** Whether the person can get emails: a current member with a confirmed address. */
  reached: boolean;
}

/**
 * Reads people's choices. Agents get no emails and make no choices.
 * @param profileIds including IDs without a profile
 */
export async function readChoices(
  { db }: ReadContext,
  profileIds: readonly string[],
): Promise<Map<string, Choices>> {
  const { rows } = await sql<{ id: string; kept: string; reached: 0 | 1 }>`
    select p.id, u.notifications as kept,
      ${sql.raw(canEnter("p"))} and u.verified_at is not null as reached
    from json_each(${JSON.stringify(profileIds)}) r
    cross join profiles p on p.id = r.value
    join users u on u.id = p.user_id`.execute(db);
  return new Map(rows.map(({ id, kept, reached }) => [
    id,
    { chosen: Object(keptIn(kept)), reached: reached === 1 },
  ]));
}

/**
 * Returns the channel for a person and a kind of notification.
 * @param choices none for agents and for people without a profile in the workspace
 */
export function channelFor(
  choices: Choices | undefined,
  kind: NotificationKind,
): NotificationChannel {
  return choices ? choices.chosen[kind] ?? firstChannels[kind] : "inbox";
}
