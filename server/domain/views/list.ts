import { sql } from "kysely";
import { z } from "zod";
import { key, queryFlag } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { type FoundView, readView, viewJson, visibleViews } from "./read.ts";
import { type View, viewKinds, viewScopes } from "./schema.ts";

/** The views that the actor may see, by name; archived ones only when asked for. */
export const listViews = query({
  name: "views.list",
  scope: "workspace.read",
  input: z.strictObject({
    kind: z.enum(viewKinds).optional(),
    scope: z.enum(viewScopes).optional(),
    teamId: key.optional(),
    projectId: key.optional(),
    includeArchived: queryFlag.optional(),
  }),
  async run(
    { db, actor },
    { kind, scope, teamId, projectId, includeArchived },
  ): Promise<Json<View[]>> {
    const narrowed = [
      visibleViews(actor),
      ...(includeArchived ? [] : [sql`v.archived_at is null`]),
      ...(kind ? [sql`v.kind = ${kind}`] : []),
      ...(scope ? [sql`v.scope = ${scope}`] : []),
      ...(teamId ? [sql`v.team_id = ${teamId}`] : []),
      ...(projectId ? [sql`v.project_id = ${projectId}`] : []),
    ];
    const { rows } = await sql<{ json: string }>`
      select ${viewJson(actor)} as json from views v
      where ${sql.join(narrowed, sql` and `)} order by v.name collate nocase, v.id`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});

/** One view, by its id or key. @throws NotFound */
export const findView = query({
  name: "views.find",
  scope: "workspace.read",
  input: z.strictObject({ viewId: key }),
  run: ({ db, actor }, { viewId }): Promise<FoundView> => readView(db, actor, viewId),
});
