import { sql } from "kysely";
import { writeInSlices } from "../../../database/write_in_slices.ts";
import type { Member } from "../../core/actor.ts";
import type { Services, WriteContext } from "../../core/operation.ts";
import { requireUnsent } from "./already_sent.ts";
import { firstKept } from "./limits.ts";

/** A comment that might have been a draft. */
interface Said {
  taskId: string;
  body: string;
  /** The version of the draft. */
  unsentVersion: number | undefined;
}

/**
 * Deletes the actor's draft comment if it has the posted text or version. Other drafts stay.
 * @throws Conflict if the draft is gone and the actor has posted the same text since, from another page
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

/** Deletes expired draft comments, including those on archived and hidden tasks. */
export async function forgetUnsent(
  { database, clock }: Pick<Services, "database" | "clock">,
): Promise<void> {
  const first = firstKept(clock());
  await writeInSlices(database, (most) =>
    sql`
      delete from unsent_comments where (profile_id, task_id) in (
        select profile_id, task_id from unsent_comments where saved_at <= ${first} limit ${most})
      returning version`);
}
