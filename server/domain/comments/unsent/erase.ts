import { sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import type { Services, WriteContext } from "../../core/operation.ts";
import { requireUnsent } from "./already_sent.ts";
import { firstKept } from "./limits.ts";

/** What somebody says now, that they may have begun before. */
interface Said {
  taskId: string;
  body: string;
  /** Which version of what they began it was. */
  unsentVersion: number | undefined;
}

/**
 * Erases what the actor began to say about a task, where it is what they say now. What they began besides stays.
 * @throws Conflict when that version is gone and they have said the same since: it was sent from elsewhere
 */
export async function eraseSent(
  context: WriteContext<Member>,
  { taskId, body, unsentVersion }: Said,
): Promise<void> {
  const { tx, actor } = context;
  const { rows } = await sql`
    delete from unsent_comments where profile_id = ${actor.profile.id} and task_id = ${taskId}
      and (version = ${unsentVersion ?? 0} or body = ${body})
    returning version`.execute(tx);
  if (unsentVersion === undefined || rows.length > 0) return;
  await requireUnsent(context, taskId, new Date(unsentVersion), sql`body = ${body}`);
}

/** How many one write erases, so that others wait for none of it. */
const SLICE = 500;

/** Erases what was saved too long ago, wherever it is: on archived tasks too, and what one doesn't see any more. */
export async function forgetUnsent(
  { database, clock }: Pick<Services, "database" | "clock">,
): Promise<void> {
  const first = firstKept(clock());
  let erased = SLICE;
  while (erased === SLICE) {
    const { rows } = await database.write((tx) =>
      sql`
        delete from unsent_comments where (profile_id, task_id) in (
          select profile_id, task_id from unsent_comments where saved_at <= ${first} limit ${SLICE})
        returning version`.execute(tx)
    );
    erased = rows.length;
  }
}
