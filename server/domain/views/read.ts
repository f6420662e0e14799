import { type RawBuilder, sql } from "kysely";
import { isManager, type Member } from "../actor.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { Db } from "../operation.ts";
import { visibleProject } from "../projects/visible.ts";
import type { Json } from "../tasks/record.ts";
import type { View } from "./schema.ts";

/** A view, with what an operation on it needs to know. */
export interface FoundView {
  id: string;
  version: number;
  owner_id: string;
  /** Whether the actor subscribed to it; the record says so too. */
  subscribed: 0 | 1;
  view: Json<View>;
}

/**
 * The views that the actor may see: their own, those of the teams they see, and the workspace's and its projects'.
 * A personal view is its owner's alone, whatever anyone's role.
 */
export function visibleViews(actor: Member): RawBuilder<unknown> {
  const hidden = actor.hiddenTeamIds.length > 0
    ? sql`and (v.team_id is null or v.team_id not in (${sql.join([...actor.hiddenTeamIds])}))
        and (v.project_id is null or exists (select 1 from projects p
          where p.id = v.project_id and ${visibleProject(actor, "p")}))`
    : sql``;
  return sql`v.workspace_id = ${actor.workspace.id}
    and (v.scope <> 'personal' or v.owner_id = ${actor.profile.id}) ${hidden}`;
}

function subscribed(actor: Member): RawBuilder<unknown> {
  return sql`exists (select 1 from view_subscriptions s
    where s.view_id = v.id and s.profile_id = ${actor.profile.id})`;
}

/** A view's JSON object, for a query over `views as v`. */
export function viewJson(actor: Member): RawBuilder<string> {
  return sql`json_object('id', v.id, 'key', v.key, 'kind', v.kind, 'scope', v.scope,
    'teamId', v.team_id, 'projectId', v.project_id, 'ownerId', v.owner_id, 'name', v.name,
    'description', v.description, 'layout', v.layout, 'filters', json(v.filters),
    'grouping', v.grouping, 'sorting', v.sorting,
    'subscribed', json(iif(${subscribed(actor)}, 'true', 'false')),
    'version', v.version, 'createdAt', v.created_at, 'updatedAt', v.updated_at,
    'archivedAt', v.archived_at)`;
}

/**
 * One view that the actor may see, archived or not.
 * @param idOrKey `view_…` or its key
 * @throws NotFound when there is none, or none for this actor
 */
export async function readView(db: Db, actor: Member, idOrKey: string): Promise<FoundView> {
  const column = sql.raw(idOrKey.startsWith("view_") ? "v.id" : "v.key");
  const { rows } = await sql<FoundView>`
    select v.id, v.version, v.owner_id, ${subscribed(actor)} as subscribed,
      ${viewJson(actor)} as view from views v
    where ${column} = ${idOrKey} and ${visibleViews(actor)}`.execute(db);
  if (rows[0]) return rows[0];
  throw new NotFound(`There is no view ${idOrKey} here.`);
}

/** The ETag's own part of a view: what people changed, and what the asking person is told of. */
export function viewVersion({ version, subscribed }: FoundView): string {
  return `${version}.${subscribed}`;
}

/** @throws Forbidden unless the actor owns the view or manages the workspace */
export function requireViewEditor(actor: Member, view: Pick<FoundView, "owner_id">): void {
  if (view.owner_id === actor.profile.id || isManager(actor)) return;
  throw new Forbidden("Only its owner and workspace managers may change this view.", {
    code: "not_view_editor",
    hint: "Make a view of your own from it.",
  });
}
