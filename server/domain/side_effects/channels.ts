import { type RawBuilder, sql } from "kysely";
import { keptIn } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { addressKey } from "../core/unsubscribe_token.ts";
import { canEnter } from "../visibility/people.ts";
import { firstChannels, type NotificationChannel, type NotificationKind } from "../vocabulary.ts";

/** How the user of an alias in the calling query hears of a kind of notification. */
export function channelOf(user: string, kind: NotificationKind): RawBuilder<NotificationChannel> {
  const kept = sql.ref(`${user}.notifications`);
  return sql`coalesce(iif(json_valid(${kept}), ${kept} ->> ${`$.${kind}`}, null),
    ${firstChannels[kind]})`;
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

/** What somebody chose to hear of, and how. */
export interface Choices {
  /** The channel of each kind that they chose one for. */
  chosen: Partial<Record<NotificationKind, NotificationChannel>>;
  /** Whether a mail reaches them: they are here, and have read one at their address before. */
  reached: boolean;
}

/**
 * What people chose to hear of; an agent, who has no mail, makes no choice.
 * @param profileIds some of which may be none
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
 * By which channel somebody hears of a kind of notification.
 * @param choices an agent has none, nor has who has no profile in the workspace yet
 */
export function channelFor(
  choices: Choices | undefined,
  kind: NotificationKind,
): NotificationChannel {
  return choices ? choices.chosen[kind] ?? firstChannels[kind] : "inbox";
}
