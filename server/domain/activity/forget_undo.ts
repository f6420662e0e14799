import { sql } from "kysely";
import { firstIdAt } from "../core/ids.ts";
import { UNDOABLE_MS } from "./undoable.ts";
import type { Services } from "../core/operation.ts";

/** How many entries one write clears, so that others wait for none of it. */
const SLICE = 500;

/** The id of the oldest act that can be undone. */
export function firstUndoable(now: Date): string {
  return firstIdAt("act", new Date(now.getTime() - UNDOABLE_MS));
}

/**
 * Lets go of what takes changes back that are too old for it: texts that somebody removed are then gone. The entries of
 * history themselves stay.
 */
export async function forgetUndo(
  { database, clock }: Pick<Services, "database" | "clock">,
): Promise<void> {
  const oldest = firstUndoable(clock());
  let cleared = SLICE;
  while (cleared === SLICE) {
    const { rows } = await database.write((tx) =>
      sql`
        update activity set act_id = null, undo = null where seq in (
          select seq from activity where undo is not null and act_id < ${oldest} limit ${SLICE})
        returning seq`.execute(tx)
    );
    cleared = rows.length;
  }
}
