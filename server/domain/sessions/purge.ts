import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";

/** The number of rows of a kind that one write deletes: more than it adds, and too few to delay others. */
const SLICE = 20;
/** How long a session's row is stored after its last use, because it contains the user's last workspace. */
export const REMEMBERED_MS = 90 * 24 * 3_600_000;
/** The maximum number of sessions per person. Opening another one ends the least recently used. */
const MOST_SESSIONS = 100;

/** Deletes a few old codes, and wrong codes and locks that are forgotten. */
export async function purgeSignIn({ tx, now }: WriteContext): Promise<void> {
  const at = now.toISOString();
  await sql`delete from one_time_codes where rowid in (
    select rowid from one_time_codes where expires_at <= ${at} limit ${SLICE})`.execute(tx);
  await sql`delete from sign_in_locks where rowid in (
    select rowid from sign_in_locks where forgotten_at <= ${at} limit ${SLICE})`.execute(tx);
}

/**
 * Deletes a few old tokens, and sessions that were last used long before their tokens expired. Used refresh tokens are
 * deleted after their sixty days.
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

/** Makes room for another session of a user: deletes ended ones first, then the least recently used. */
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
