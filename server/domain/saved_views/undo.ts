import { z } from "zod";
import { firstUndoable } from "../activity/forget_undo.ts";
import type { Undo } from "../activity/write.ts";
import { changeRecord } from "../change/change_record.ts";
import { inWords } from "../change/field_versions.ts";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import { type Json, parseJson } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { locateView } from "./locate.ts";
import { readView, requireViewEditor, type VersionedView } from "./read.ts";
import type { ViewPatch } from "./schema.ts";
import { stateOf } from "./state.ts";
import { viewRules } from "./update.ts";

/**
 * Undoes the actor's last change to a view, for a week, if nobody has changed the same values since. Subscribers are
 * notified, as for any change.
 * @throws NotFound; Forbidden unless its owner or a manager; Conflict if there is nothing to undo, someone has
 *   changed it since, or the view is archived; Invalid if its former filters name missing records
 */
export const undoView = operation({
  name: "views.undo",
  scope: null,
  input: z.strictObject({ viewId: keys.view }),
  async run(context, { viewId }): Promise<VersionedView> {
    const view = await locateView(context, viewId);
    requireViewEditor(context.actor, view);
    const { seq, undo } = await lastChange(context, view.id);
    const now = stateOf(view);
    const since = Object.entries(undo).filter(([field, [, became]]) =>
      JSON.stringify(now[field as keyof typeof now]) !== JSON.stringify(became)
    );
    if (since.length > 0) {
      const fields = inWords(since.map(([field]) => field));
      throw new Conflict(`Nothing was undone. Someone has since changed the ${fields}.`, {
        code: "changed_since",
      });
    }
    const { undoOfSum: _undo, ...rules } = viewRules;
    await changeRecord(context, rules, view.id, { patch: patchOf(undo) });
    await context.tx.updateTable("activity").set({ undone_at: context.now.toISOString() })
      .where("seq", "=", seq).execute();
    return await readView(context, view.id);
  },
});

/** Returns the old values of a change as a patch. */
function patchOf(undo: Undo): ViewPatch {
  return Object.fromEntries(Object.entries(undo).map(([field, [was]]) => [field, was]));
}

/** @throws Conflict if there is none */
async function lastChange(
  { db, actor, now }: ReadContext<Member>,
  viewId: string,
): Promise<{ seq: number; undo: Undo }> {
  const entry = await db.selectFrom("activity").select(["seq", "undo"])
    .where("subject_id", "=", viewId).where("actor_id", "=", actor.profile.id)
    .where("kind", "=", "view.updated").where("act_id", ">=", firstUndoable(now))
    .where("undo", "is not", null).where("undone_at", "is", null)
    .orderBy("seq", "desc").limit(1).executeTakeFirst();
  if (entry?.undo) return { seq: entry.seq, undo: parseJson(entry.undo as Json<Undo>) };
  throw new Conflict("You have no changes to undo in this view.", {
    code: "not_undoable",
  });
}
