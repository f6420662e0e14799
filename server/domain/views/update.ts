import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { Conflict, Stale } from "../errors.ts";
import { key } from "../fields.ts";
import { operation } from "../operation.ts";
import { parseJson } from "../tasks/record.ts";
import { checkFilters, requireSorting } from "./create.ts";
import { tellOfView } from "./news.ts";
import { type FoundView, readView, requireViewEditor } from "./read.ts";
import { ViewPatch } from "./schema.ts";

/**
 * Changes a view; its key stays. Those who subscribed to it hear of it.
 * @throws NotFound; Forbidden unless its owner or a manager; Stale; Invalid; Conflict when it is archived
 */
export const updateView = operation({
  name: "views.update",
  scope: null,
  input: z.strictObject({ viewId: key, version: z.int().optional(), patch: ViewPatch }),
  async run({ tx, actor, now }, { viewId, version, patch }): Promise<FoundView> {
    const found = await readView(tx, actor, viewId);
    requireViewEditor(actor, found);
    if (version !== undefined && version !== found.version) {
      throw new Stale("The view has been changed since you read it.", {
        hint: "Read it again, then repeat your change.",
      });
    }
    const view = parseJson(found.view);
    if (view.archivedAt) {
      throw new Conflict("This view is archived.", { hint: "Save a new view in its place." });
    }
    requireSorting(view.kind, patch.sorting);
    const { filters, ...rest } = patch;
    await tx.updateTable("views").set((e) => ({
      ...rest,
      ...(filters ? { filters: JSON.stringify(checkFilters(view.kind, filters)) } : {}),
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

/** Archives a view: it leaves every list, and a link to it says so. @throws NotFound; Forbidden as above */
export const archiveView = operation({
  name: "views.archive",
  scope: null,
  input: z.strictObject({ viewId: key }),
  async run({ tx, actor, now }, { viewId }): Promise<FoundView> {
    const found = await readView(tx, actor, viewId);
    requireViewEditor(actor, found);
    const done = await tx.updateTable("views")
      .set((e) => ({ archived_at: now.toISOString(), version: e("version", "+", 1) }))
      .where("id", "=", found.id).where("archived_at", "is", null).returning("id").execute();
    if (done.length > 0) {
      await recordActivity(tx, actor, now, {
        subject: { kind: "view", id: found.id },
        kind: "view.archived",
      });
    }
    return await readView(tx, actor, found.id);
  },
});
