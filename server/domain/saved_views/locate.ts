import type { Member } from "../core/actor.ts";
import { parseJson } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { readView, type VersionedView } from "./read.ts";
import type { View } from "./schema.ts";

/** A view, with the data for changing it. */
export type LocatedView = View & Pick<VersionedView, "owner_id"> & { archived_at: string | null };

/** Returns a view by ID or key, archived or not. @throws NotFound if it doesn't exist or the actor can't see it */
export async function locateView(
  context: ReadContext<Member>,
  viewId: string,
): Promise<LocatedView> {
  const { json, owner_id } = await readView(context, viewId);
  const view = parseJson(json);
  return { ...view, owner_id, archived_at: view.archivedAt };
}
