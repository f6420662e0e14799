import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { TooMany } from "../core/errors.ts";
import { isWithin } from "../core/moments.ts";
import type { ReadContext } from "../core/operation.ts";

/** The minimum time between emails to the same address, in milliseconds. */
export const COOLDOWN_MS = 60_000;
/** The maximum number of invitations per person and day in all workspaces: enough for a company, too few for spam. */
const MOST_A_DAY = 500;
/** Where anyone can create accounts, a new one could otherwise be used for spam. */
const MOST_A_DAY_WHEN_NEW = 50;
const NEW_MS = 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** The maximum number of times an invitation is resent per day, because the recipient might not want it. */
const MOST_RESENT_A_DAY = 5;

/** @throws TooMany if the last email to this address is less than a minute old */
export function requireCooledDown(sentAt: string, now: Date): void {
  if (!isWithin(COOLDOWN_MS, sentAt, now)) return;
  const wait = Math.ceil((Date.parse(sentAt) + COOLDOWN_MS - now.getTime()) / 1000);
  throw new TooMany(
    `An email was sent to this address a moment ago. Try again in ${wait} seconds.`,
    wait,
    {
      code: "invitation_cooldown",
    },
  );
}

/** @throws TooMany if the actor has reached the daily limit */
export async function requireUnderDailyLimit(context: ReadContext<Member>): Promise<void> {
  const { db, actor, now } = context;
  const most = await isNewcomer(context) ? MOST_A_DAY_WHEN_NEW : MOST_A_DAY;
  const dayAgo = new Date(now.getTime() - DAY_MS).toISOString();
  const { rows } = await sql<{ sent_at: string }>`
    select i.sent_at from profiles p join invitations i on i.invited_by = p.id
    where p.user_id = ${actor.userId} and i.sent_at > ${dayAgo} and i.sent_at <= ${now.toISOString()}
    order by i.sent_at desc limit 1 offset ${most - 1}`.execute(db);
  if (!rows[0]) return;
  const wait = Math.ceil((Date.parse(rows[0].sent_at) + DAY_MS - now.getTime()) / 1000);
  const message = most === MOST_A_DAY
    ? `You have invited ${most} people within a day.`
    : `In your account's first week, you can invite ${most} people a day.`;
  throw new TooMany(message, wait, {
    code: "too_many_invitations",
    hint: "Wait, or ask another owner or admin to invite more people.",
  });
}

/** Returns whether the actor's account is less than a week old, on a server where anyone can create one. */
async function isNewcomer({ db, actor, now, services }: ReadContext<Member>): Promise<boolean> {
  if (services.settings.signup !== "open") return false;
  const account = await db.selectFrom("users").select("created_at")
    .where("id", "=", actor.userId).executeTakeFirst();
  return account !== undefined && isWithin(NEW_MS, account.created_at, now);
}

/** @throws TooMany if the invitation has reached the daily limit */
export async function requireFewResent({ db, now }: ReadContext<Member>, id: string) {
  const dayAgo = new Date(now.getTime() - DAY_MS).toISOString();
  const { rows } = await sql<{ created_at: string }>`
    select created_at from activity
    where subject_id = ${id} and kind = 'invitation.resent' and created_at > ${dayAgo}
      and created_at <= ${now.toISOString()}
    order by seq desc limit 1 offset ${MOST_RESENT_A_DAY - 1}`.execute(db);
  if (!rows[0]) return;
  const wait = Math.ceil((Date.parse(rows[0].created_at) + DAY_MS - now.getTime()) / 1000);
  throw new TooMany(
    `This invitation was resent ${MOST_RESENT_A_DAY} times within a day.`,
    wait,
    { code: "too_many_invitations", hint: "Wait, or contact this person in another way." },
  );
}
