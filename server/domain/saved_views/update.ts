import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column } from "../change/columns.ts";
import { Conflict } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { type Density, partsInOrder } from "../tasks/display.ts";
import { type LocatedView, locateView } from "./locate.ts";
import { planScope } from "./scope.ts";
import { notifyOfView } from "./notify.ts";
import { readView, requireViewEditor, type VersionedView } from "./read.ts";
import { ViewPatch } from "./schema.ts";
import { resolveViewFilters, sameFilters } from "./resolve_filters.ts";
import { requireShowable, requireTeamOfOrder } from "./showable.ts";
import { stateOf, undoOfView } from "./state.ts";

/** The rules for changing a view. */
export const viewRules: ChangeRules<"views", string, LocatedView, ViewPatch> = {
  name: "view",
  table: "views",
  dated: true,
  locate: locateView,
  allow: ({ actor }, view) => requireViewEditor(actor, view),
  requireUnarchived: (_, view) => requireUnarchived(view),
  planners: {
    scope: (context, _to, patch) => planScope(context, patch),
    teamId: (context, _to, patch) => patch.scope ? null : planScope(context, patch),
    projectId: (context, _to, patch) =>
      patch.scope ?? patch.teamId ? null : planScope(context, patch),
    name: column("name"),
    description: column("description"),
    layout: column("layout"),
    async filters(context, filters) {
      const { record: view } = context;
      requireShowable(view.kind, { filters });
      const to = await resolveViewFilters(context, view.kind, filters, view.filters);
      return sameFilters(view.kind, view.filters, to)
        ? null
        : { columns: { filters: JSON.stringify(to) } };
    },
    grouping(context, grouping) {
      requireShowable(context.record.kind, { grouping });
      return column<"grouping", string>("grouping")(context, grouping);
    },
    subgrouping(context, subgrouping) {
      requireShowable(context.record.kind, { subgrouping });
      return column<"subgrouping", string>("subgrouping")(context, subgrouping);
    },
    sorting(context, sorting) {
      requireShowable(context.record.kind, { sorting });
      return column<"sorting", string>("sorting")(context, sorting);
    },
    subTasks({ record }, subTasks) {
      requireShowable(record.kind, { subTasks });
      return record.subTasks === subTasks ? null : { columns: { sub_tasks: subTasks } };
    },
    hidden({ record }, parts) {
      requireShowable(record.kind, { hidden: parts });
      const hidden = JSON.stringify(partsInOrder(parts));
      return JSON.stringify(record.hidden) === hidden ? null : { columns: { hidden } };
    },
    density(context, density) {
      requireShowable(context.record.kind, { density });
      return column<"density", Density>("density")(context, density);
    },
  },
  requireFit(_context, _before, after) {
    const state = stateOf(after);
    requireTeamOfOrder(state.sorting, state);
  },
  async around(context, { after }, write) {
    await write();
    await notifyOfView(context, after);
  },
  subject: ({ id }) => id,
  sum: ({ name: from }, { name: to }) => ({ kind: "view.updated", data: { from, to } }),
  undoOfSum: undoOfView,
};

/**
 * Changes a view. Its key stays. Subscribers are notified of a difference.
 * @throws NotFound; Forbidden unless its owner or a manager; Stale; Invalid; Conflict if it is archived
 */
export const updateView = operation({
  name: "views.update",
  scope: null,
  input: z.strictObject({ viewId: keys.view, version: seenVersion, patch: ViewPatch }),
  async run(context, { viewId, ...change }): Promise<VersionedView> {
    const { id } = await changeRecord(context, viewRules, viewId, change);
    return await readView(context, id);
  },
});

function requireUnarchived({ archived_at }: LocatedView): void {
  if (archived_at === null) return;
  throw new Conflict("This view is archived.", {
    code: "view_archived",
    hint: "Restore the view, then repeat your change.",
  });
}
