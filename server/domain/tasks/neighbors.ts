import { hash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { keptRelations, mirrored } from "../vocabulary.ts";

/** The relation in a row of `task_relations`, from the other task's side. */
const mirroredKind = sql.raw(
  `case kind ${
    keptRelations.map((kind) => `when '${kind}' then '${mirrored[kind]}'`).join(" ")
  } end`,
);

/** The relations of a task `t`, from its side. */
export const relationsOfTask = sql`
  (select kind, other_id from task_relations where task_id = t.id
    union all select ${mirroredKind}, task_id from task_relations where other_id = t.id)`;

/**
 * Returns the versions of the parent, sub-tasks, and related tasks that an actor sees in the record of a task `t`. They
 * aren't part of the task's own version, because it is the same for people who can't see these tasks.
 */
export function neighborVersions(actor: Member): RawBuilder<string | null> {
  return sql`(select group_concat(seen, ',') from (
    select p.id || ' ' || p.version as seen from tasks p where p.id = t.parent_id ${
    andUnhidden(actor, "p.team_id")
  }
    union all select c.id || ' ' || c.version || ' ' || ifnull(c.sibling_position, '')
      from tasks c where c.parent_id = t.id and c.archived_at is null ${
    andUnhidden(actor, "c.team_id")
  }
    union all select r.kind || ' ' || o.id || ' ' || o.version from ${relationsOfTask} r
      join tasks o on o.id = r.other_id ${andUnhidden(actor, "o.team_id")}))`;
}

/**
 * Returns the version of a task's record, for its ETag: the task's own, then a hash of its neighbors' versions. Sorting
 * the versions here costs less than an `order by` for the many tasks without neighbors.
 */
export function recordVersion(
  { version, neighbors }: { version: number; neighbors: string | null },
): string {
  if (neighbors === null) return String(version);
  const sorted = neighbors.split(",").sort().join();
  return `${version}.${hash("sha256", sorted, "base64url").slice(0, 10)}`;
}
