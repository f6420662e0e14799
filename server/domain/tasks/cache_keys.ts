import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";
import type { Telling } from "./read_list.ts";

/** The cache key of a task. Everyone with the same ID and version gets the same record. */
export type TaskCacheKey = [id: string, version: string];

/**
 * Returns a task's cache key for a query over `tasks as t`: its version, the revision of shown names, and its project
 * if the actor can see it.
 */
export function cacheKeyOf(
  actor: Member,
): Telling & { parts: RawBuilder<unknown> } {
  const open = actor.hiddenTeamIds.length === 0;
  const project = sql.raw(open ? "t.project_id" : "seen.id");
  const parts = sql`t.id, t.version || '.'
      || (select revision from workspaces where id = ${actor.workspace.id})
      || '.' || ifnull(${project}, '')`;
  return {
    parts,
    json: sql`json_array(${parts})`,
    isShort: true,
    joins: open
      ? sql``
      : sql`left join projects seen on seen.id = t.project_id and ${visibleProject(actor, "seen")}`,
  };
}
