import { sql } from "kysely";
import { writeInSlices } from "../../database/write_in_slices.ts";
import { firstIdAt } from "../core/ids.ts";
import { UNDOABLE_MS } from "./undoable.ts";
import type { Services } from "../core/operation.ts";

/** Returns the ID of the oldest act that can be undone. */
export function firstUndoable(now: Date): string {
  return firstIdAt("act", new Date(now.getTime() - UNDOABLE_MS));
}

/** Deletes the undo values of changes that are too old to be undone, including removed texts. The entries stay. */
export async function forgetUndo(
  { database, clock }: Pick<Services, "database" | "clock">,
): Promise<void> {
  const oldest = firstUndoable(clock());
  await writeInSlices(database, (most) =>
    sql`
      update activity set act_id = null, undo = null where seq in (
        select seq from activity where undo is not null and act_id < ${oldest} limit ${most})
      returning seq`);
}
