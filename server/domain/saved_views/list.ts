import { sql } from "kysely";
import { z } from "zod";
import { includeArchived, line } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { requireResolved } from "../tasks/resolve_filters.ts";
import { smallKindMatches } from "../text/match.ts";
import { readView, type VersionedView, viewJson } from "./read.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import { type View, viewKinds, viewScopes } from "./schema.ts";

const byName: ListOrder = { list: "views", by: ["v.name collate nocase", "v.id"] };

/**
 * Lists the views that the actor can see, by name. Archived ones are listed only on request.
 * @throws Invalid for a team or project that the actor can't see
 */
export const listViews = query({
  name: "views.list",
  scope: "workspace.read",
  input: z.strictObject({
    ...pageFields,
    kind: z.enum(viewKinds).optional().describe("Filter by the kind of record in the view."),
    scope: z.enum(viewScopes).optional().describe("Filter by scope."),
    teamId: keys.team.optional().describe("Filter by team, by ID, key, or name."),
    projectId: keys.project.optional()
      .describe("Filter by project, by ID, key, or name."),
    q: line(200).optional().describe("Filter by words in the name or description."),
    includeArchived,
  }),
  async run(
    context,
    { kind, scope, teamId, projectId, q, includeArchived, ...page },
  ): Promise<ListPage<View>> {
    const { actor } = context;
    const within = await requireResolved(context, {
      teamId: teamId ? [teamId] : undefined,
      projectId: projectId ? [projectId] : undefined,
    });
    return await readPage(context, byName, page, {
      json: viewJson(actor),
      from: sql`views v`,
      where: [
        visibleViews(actor),
        ...(includeArchived ? [] : [sql`v.archived_at is null`]),
        ...(q
          ? [
            sql`v.id in (${
              smallKindMatches(actor, "view", q, includeArchived ? "all" : "listed")
            })`,
          ]
          : []),
        ...(kind ? [sql`v.kind = ${kind}`] : []),
        ...(scope ? [sql`v.scope = ${scope}`] : []),
        ...(within.teamId ? [sql`v.team_id = ${within.teamId[0]}`] : []),
        ...(within.projectId ? [sql`v.project_id = ${within.projectId[0]}`] : []),
      ],
    });
  },
});

/** Reads a view, by ID or key. @throws NotFound */
export const findView = query({
  name: "views.find",
  scope: "workspace.read",
  input: z.strictObject({ viewId: keys.view }),
  run: (context, { viewId }): Promise<VersionedView> => readView(context, viewId),
});
