import { sql } from "kysely";
import type { WriteContext } from "../core/operation.ts";

/** Gives a task a new version after a change to data that its record shows. */
export async function touchTask({ tx }: WriteContext, taskId: string): Promise<void> {
  await sql`update tasks set version = version + 1 where id = ${taskId}`.execute(tx);
}
