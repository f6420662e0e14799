import type { Versioned } from "../core/versioned.ts";
import { type RawBuilder, sql } from "kysely";
import { isManager, type Member } from "../core/actor.ts";
import { findOnlyByName, maybeCalled } from "../core/called.ts";
import { Forbidden, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { View } from "./schema.ts";
import { visibleViews } from "../visibility/saved_views.ts";

/** A view, with the data that operations need. */
export interface VersionedView extends Versioned<View> {
  owner_id: string;
}

function subscribed(actor: Member): RawBuilder<unknown> {
  return sql`exists (select 1 from view_subscriptions s
    where s.view_id = v.id and s.profile_id = ${actor.profile.id})`;
}

/** Returns a view's JSON object, for a query over `views as v`. */
export function viewJson(actor: Member): RawBuilder<string> {
  return sql`json_object('id', v.id, 'key', v.key, 'kind', v.kind, 'scope', v.scope,
    'teamId', v.team_id, 'projectId', v.project_id, 'ownerId', v.owner_id, 'name', v.name,
    'description', v.description, 'layout', v.layout, 'filters', json(v.filters),
    'grouping', v.grouping, 'subgrouping', v.subgrouping, 'sorting', v.sorting,
    'subTasks', v.sub_tasks, 'hidden', json(v.hidden), 'density', v.density,
    'subscribed', json(iif(${subscribed(actor)}, 'true', 'false')),
    'version', v.version, 'createdAt', v.created_at, 'updatedAt', v.updated_at,
    'archivedAt', v.archived_at)`;
}

/**
 * Returns a visible view, archived or not.
 * @param word `view_…`, the view's key, or its name
 * @throws NotFound if there is none, the actor can't see it, or several have the name
 */
export async function readView(
  context: ReadContext<Member>,
  word: string,
): Promise<VersionedView> {
  const found = word.startsWith("view_")
    ? await first(context, "id", word)
    : await first(context, "key", word) ?? await byName(context, word);
  if (found) return found;
  throw new NotFound(`View ${word} not found.`);
}

async function first({ db, actor }: ReadContext<Member>, column: "id" | "key", value: string) {
  const { rows } = await sql<VersionedView>`
    select v.id, v.version, v.owner_id, ${viewJson(actor)} as json from views v
    where ${sql.ref(`v.${column}`)} = ${value} and ${visibleViews(actor)}`.execute(db);
  return rows[0];
}

async function byName(context: ReadContext<Member>, name: string) {
  const { rows } = await sql<{ id: string; key: string; name: string; archived_at: string | null }>`
    select v.id, v.key, v.name, v.archived_at from views v
    where ${maybeCalled("v.name", name)} and ${visibleViews(context.actor)}`.execute(context.db);
  const found = findOnlyByName(name, rows, ({ key }) => key);
  return found && await first(context, "id", found.id);
}

/** Returns whether a member can change a view. `RULES.md`, Permissions */
export function isViewEditor(actor: Member, ownerId: string): boolean {
  return ownerId === actor.profile.id || isManager(actor);
}

/** @throws Forbidden unless the actor owns the view or manages the workspace */
export function requireViewEditor(actor: Member, view: Pick<VersionedView, "owner_id">): void {
  if (isViewEditor(actor, view.owner_id)) return;
  throw new Forbidden(
    "Only the view's owner and workspace owners and admins can change this view.",
    {
      code: "not_view_editor",
      hint: "Create your own view from this view.",
    },
  );
}
