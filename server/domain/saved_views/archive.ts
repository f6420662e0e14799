import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { archiving } from "../change/columns.ts";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { type LocatedView, locateView } from "./locate.ts";
import { dropSurplusSubscriptions, requireRoomForView } from "./limits.ts";
import { readView, requireViewEditor, type VersionedView } from "./read.ts";

const input = z.strictObject({ viewId: keys.view, version: seenVersion });

/**
 * Archives a view. It leaves all lists and its subscribers' inboxes, and a link to it shows that it is archived. It
 * keeps its key and subscribers. Archiving it again changes nothing.
 * @throws NotFound; Forbidden unless its owner or a manager; Stale
 */
export const archiveView = operation({
  name: "views.archive",
  scope: null,
  input,
  run: (context, input) => setArchived(context, input, true),
});

/**
 * Restores an archived view. Subscribers with too many other subscriptions are unsubscribed.
 * @throws NotFound; Forbidden unless its owner or a manager; Stale; Conflict if its owner has too many views
 */
export const restoreView = operation({
  name: "views.restore",
  scope: null,
  input,
  run: (context, input) => setArchived(context, input, false),
});

const shelved: ChangeRules<"views", string, LocatedView, { archived: boolean }> = {
  name: "view",
  table: "views",
  dated: true,
  locate: locateView,
  allow: ({ actor }, view) => requireViewEditor(actor, view),
  async requireFit(context, { owner_id }, { archived_at }) {
    if (archived_at === null) await requireRoomForView(context, owner_id);
  },
  planners: { archived: archiving({ archived: "view.archived", restored: "view.restored" }) },
  subject: ({ id }) => id,
};

async function setArchived(
  context: WriteContext<Member>,
  { viewId, version }: z.output<typeof input>,
  archived: boolean,
): Promise<VersionedView> {
  const { id } = await changeRecord(context, shelved, viewId, { version, patch: { archived } });
  if (!archived) await dropSurplusSubscriptions(context, id);
  return await readView(context, id);
}
