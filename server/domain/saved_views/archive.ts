import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../core/actor.ts";
import { requireVersion } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { readView, requireViewEditor, type VersionedView } from "./read.ts";

const input = z.strictObject({ viewId: keys.view, version: z.int().optional() });

/**
 * Archives a view: it leaves every list and its subscribers' inboxes, and a link to it says so. It keeps its key and
 * who subscribed to it. Archiving it again changes nothing.
 * @throws NotFound; Forbidden unless its owner or a manager; Stale
 */
export const archiveView = operation({
  name: "views.archive",
  scope: null,
  input,
  run: (context, input) => setArchived(context, input, true),
});

/** Brings an archived view back as it was. @throws NotFound; Forbidden unless its owner or a manager; Stale */
export const restoreView = operation({
  name: "views.restore",
  scope: null,
  input,
  run: (context, input) => setArchived(context, input, false),
});

async function setArchived(
  context: WriteContext<Member>,
  { viewId, version }: z.output<typeof input>,
  archived: boolean,
): Promise<VersionedView> {
  const { tx, actor, now } = context;
  const found = await readView(context, viewId);
  requireViewEditor(actor, found);
  requireVersion("view", found.version, version);
  const at = now.toISOString();
  const done = await tx.updateTable("views")
    .set((e) => ({
      archived_at: archived ? at : null,
      updated_at: at,
      version: e("version", "+", 1),
    }))
    .where("id", "=", found.id).where("archived_at", archived ? "is" : "is not", null)
    .returning("id").execute();
  if (done.length > 0) {
    await recordActivity(context, found.id, { kind: archived ? "view.archived" : "view.restored" });
  }
  return await readView(context, found.id);
}
