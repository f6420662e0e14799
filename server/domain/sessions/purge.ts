import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";

/** How many rows of a kind one write clears away: more than it adds, and too few for anyone to wait for. */
const SLICE = 20;
/** How long a session's row outlives its last use: till then it knows in which workspace its user was last. */
export const REMEMBERED_MS = 90 * 24 * 3_600_000;
/** How many sessions one person has: opening another ends the one that was used longest ago. */
const MOST_SESSIONS = 100;

/** Clears away codes that are too old, wrong codes and locks that are forgotten; a few at a time. */
export async function purgeSignIn({ tx, now }: WriteContext): Promise<void> {
  const at = now.toISOString();
  await sql`delete from one_time_codes where rowid in (
    select rowid from one_time_codes where expires_at <= ${at} limit ${SLICE})`.execute(tx);
  await sql`delete from sign_in_locks where rowid in (
    select rowid from sign_in_locks where forgotten_at <= ${at} limit ${SLICE})`.execute(tx);
}

/**
 * Clears away tokens that are too old, and sessions that were last used long before their tokens ended; a few at a time.
 * A used refresh token is so forgotten after its sixty days.
 */
export async function purgeSessions(context: WriteContext): Promise<void> {
  const { tx, now } = context;
  const at = now.toISOString();
  await sql`delete from session_tokens where hash in (
    select hash from session_tokens where expires_at <= ${at} limit ${SLICE})`.execute(tx);
  const unused = new Date(now.getTime() - REMEMBERED_MS).toISOString();
  const { rows } = await sql<{ id: string }>`
    select id from sessions where last_seen_at <= ${unused} limit ${SLICE}`.execute(tx);
  await dropSessions(context, rows.map(({ id }) => id));
}

/** Makes room for one more session of a user: ended ones go first, then those that were used longest ago. */
export async function makeRoomForSession(context: WriteContext, userId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from sessions where user_id = ${userId}
    order by revoked_at is null desc, last_seen_at desc, id desc
    limit ${SLICE} offset ${MOST_SESSIONS - 1}`.execute(context.tx);
  await dropSessions(context, rows.map(({ id }) => id));
}

async function dropSessions({ tx }: WriteContext, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom("session_tokens").where("session_id", "in", ids).execute();
  await tx.deleteFrom("sessions").where("id", "in", ids).execute();
}
