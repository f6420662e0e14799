import { type RawBuilder, sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";
import { addressKey } from "../core/unsubscribe_token.ts";
import { mayEnter } from "../visibility/people.ts";
import { firstChannels, type NotificationChannel, type NotificationKind } from "../vocabulary.ts";

/** How the user of an alias in the calling query hears of a kind of notification. */
export function channelOf(user: string, kind: NotificationKind): RawBuilder<NotificationChannel> {
  const kept = sql.ref(`${user}.notifications`);
  return sql`coalesce(iif(json_valid(${kept}), ${kept} ->> ${`$.${kind}`}, null),
    ${firstChannels[kind]})`;
}

/**
 * Which kinds of notification people chose not to hear of, of those among some profiles who chose anything.
 * @param profileIds some of which may be none
 */
export async function turnedOffBy(
  { db }: ReadContext,
  profileIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ id: string; kinds: string }>`
    select p.id, (select json_group_array(c.key) from json_each(u.notifications) c
      where c.value = 'off') as kinds
    from json_each(${JSON.stringify(profileIds)}) r
    cross join profiles p on p.id = r.value
    join users u on u.id = p.user_id and u.notifications <> '{}' and json_valid(u.notifications)`
    .execute(db);
  return new Map(rows.map(({ id, kinds }) => [id, new Set(JSON.parse(kinds) as string[])]));
}

/** Whether whoever reads the mails of an address without an account wants no invitations by mail. @param key the address's */
export async function isUnmailed({ db }: ReadContext, key: string): Promise<boolean> {
  const found = await db.selectFrom("unmailed_addresses").select("key").where("key", "=", key)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an invitation is mailed: to whoever didn't choose otherwise. @param user the account of the address */
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

/** How somebody hears of something. */
interface Heard {
  channel: NotificationChannel;
  /** Whether it is mailed to them: they want that, are here, and have read a mail at their address before. */
  mailed: boolean;
}

/**
 * How people hear of a kind of notification; an agent, who has no mail and makes no choice, isn't told.
 * @param profileIds some of which may be none
 */
export async function channelsFor(
  { db }: ReadContext,
  profileIds: readonly string[],
  kind: NotificationKind,
): Promise<Map<string, Heard>> {
  const { rows } = await sql<{ id: string; channel: NotificationChannel; reached: 0 | 1 }>`
    select p.id, ${channelOf("u", kind)} as channel,
      ${sql.raw(mayEnter("p"))} and u.verified_at is not null as reached
    from json_each(${JSON.stringify(profileIds)}) r
    cross join profiles p on p.id = r.value
    join users u on u.id = p.user_id`.execute(db);
  return new Map(rows.map(({ id, channel, reached }) => [
    id,
    { channel, mailed: channel === "mail" && reached === 1 },
  ]));
}
