import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { Conflict } from "../errors.ts";
import { requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { operation } from "../operation.ts";
import { parseJson } from "../tasks/record.ts";
import { tellOfView } from "./news.ts";
import { type FoundView, readView, requireViewEditor } from "./read.ts";
import { ViewPatch } from "./schema.ts";
import { settleViewFilters } from "./settle.ts";
import { requireShowable } from "./showable.ts";

/**
 * Changes a view; its key stays. Those who subscribed to it hear of it.
 * @throws NotFound; Forbidden unless its owner or a manager; Stale; Invalid; Conflict when it is archived
 */
export const updateView = operation({
  name: "views.update",
  scope: null,
  input: z.strictObject({ viewId: keys.view, version: z.int().optional(), patch: ViewPatch }),
  async run({ tx, actor, now }, { viewId, version, patch }): Promise<FoundView> {
    const found = await readView(tx, actor, viewId);
    requireViewEditor(actor, found);
    requireVersion("view", found.version, version);
    const view = parseJson(found.view);
    if (view.archivedAt) {
      throw new Conflict("This view is archived.", {
        code: "view_archived",
        hint: "Restore it, then make the change.",
      });
    }
    requireShowable(view.kind, patch);
    const { filters: given, ...rest } = patch;
    const filters = given && await settleViewFilters(tx, actor, view.kind, given);
    await tx.updateTable("views").set((e) => ({
      ...rest,
      ...(filters ? { filters: JSON.stringify(filters) } : {}),
      version: e("version", "+", 1),
      updated_at: now.toISOString(),
    })).where("id", "=", found.id).execute();
    await recordActivity(tx, actor, now, {
      subject: { kind: "view", id: found.id },
      kind: "view.updated",
      data: { from: view.name, to: patch.name ?? view.name },
    });
    const changed = await readView(tx, actor, found.id);
    await tellOfView(tx, actor, now, parseJson(changed.view));
    return changed;
  },
});
