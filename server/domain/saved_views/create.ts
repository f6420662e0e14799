import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { drawnEnding, slug } from "../core/keys_from_names.ts";
import { newId } from "../core/ids.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { partsInOrder } from "../tasks/display.ts";
import { resolveScope } from "./scope.ts";
import { requireRoomForView } from "./limits.ts";
import { readView, type VersionedView } from "./read.ts";
import { ViewCreate } from "./schema.ts";
import { resolveViewFilters } from "./resolve_filters.ts";
import { requireShowable, requireTeamOfOrder } from "./showable.ts";

/**
 * Creates a personal, team, project, or workspace view. Its key starts like its name and never changes, so that links
 * keep working. No scope covers this, so it requires a session.
 * @throws Invalid for unknown filters and display options, filters with missing records, or a scope
 *   without its record or with one that doesn't exist; Conflict for an archived team, or if the actor has too many views
 */
export const createView = operation({
  name: "views.create",
  scope: null,
  input: ViewCreate,
  async run(context, input): Promise<VersionedView> {
    const { tx, actor, now } = context;
    await requireRoomForView(context, actor.profile.id);
    requireShowable(input.kind, input);
    const columns = await resolveScope(context, input);
    const filters = await resolveViewFilters(context, input.kind, input.filters ?? {});
    requireTeamOfOrder(input.sorting, {
      filters,
      teamId: columns.team_id,
      projectId: columns.project_id,
    });
    const id = newId("view", now);
    const at = now.toISOString();
    await tx.insertInto("views").values({
      id,
      workspace_id: actor.workspace.id,
      key: await freeKey(context, input.name),
      kind: input.kind,
      ...columns,
      owner_id: actor.profile.id,
      name: input.name,
      description: input.description ?? null,
      layout: input.layout ?? "list",
      filters: JSON.stringify(filters),
      grouping: input.grouping ?? (input.kind === "task" ? "status" : "none"),
      subgrouping: input.subgrouping ?? "none",
      sorting: input.sorting ?? "-createdAt",
      sub_tasks: input.subTasks ?? "beside",
      hidden: JSON.stringify(partsInOrder(input.hidden ?? [])),
      density: input.density ?? "comfortable",
      created_at: at,
      updated_at: at,
      archived_at: null,
    }).execute();
    await recordActivity(context, id, { kind: "view.created" });
    return await readView(context, id);
  },
});

/** Returns a key for a name. Its ending is random, so that no key reveals a hidden view. */
async function freeKey({ db, actor }: ReadContext<Member>, name: string): Promise<string> {
  const wish = slug(name, 40) || "view";
  for (;;) {
    const key = `${wish}-${drawnEnding(5)}`;
    const taken = await db.selectFrom("views").select("id")
      .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).executeTakeFirst();
    if (!taken) return key;
  }
}
