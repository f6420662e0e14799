import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";

/** A task as it stands: whoever is told the same id and version is told the same record. */
export type TaskCacheKey = [id: string, version: string];

/**
 * A task's cache key for a query over `tasks as t`: its version, the revision of the names that it shows, and the
 * project that it names to the actor, which may be out of their sight.
 */
export function cacheKeyOf(
  actor: Member,
): { parts: RawBuilder<unknown>; json: RawBuilder<unknown>; joins: RawBuilder<unknown> } {
  const open = actor.hiddenTeamIds.length === 0;
  const project = sql.raw(open ? "t.project_id" : "seen.id");
  const parts = sql`t.id, t.version || '.'
      || (select revision from workspaces where id = ${actor.workspace.id})
      || '.' || ifnull(${project}, '')`;
  return {
    parts,
    json: sql`json_array(${parts})`,
    joins: open
      ? sql``
      : sql`left join projects seen on seen.id = t.project_id and ${visibleProject(actor, "seen")}`,
  };
}
