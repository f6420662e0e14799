import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";

/** Refreshes open pages of a task after a change that isn't in its activity. */
export async function announceTaskChange({ tx }: WriteContext, taskId: string): Promise<void> {
  await sql`insert into news (seq, topic)
    values ((select ifnull(max(seq), 0) + 1 from news), ${`task:${taskId}`})
    on conflict (topic) do update set seq = excluded.seq`.execute(tx);
}
