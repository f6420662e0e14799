import { sql } from "kysely";
import type { Undo } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { type Json, parseJson } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { alike } from "../change/alike.ts";
import { workedOnByOthers } from "../tasks/permission.ts";
import { partOf } from "./task_parts.ts";

/** The changes that acts made to one task. */
export interface Undoing {
  taskId: string;
  fields: Undo;
  /** Whether an act created the task and someone else has worked on it since. */
  joined: boolean;
  /** The activity entries of the changes, each with its fields. */
  entries: { seq: number; fields: string[] }[];
}

/** A change of one activity entry that can be undone. */
interface Made extends Undoing {
  actId: string;
  parentId: string | null;
}

/**
 * Returns the changes of the actor's acts that aren't undone, oldest first.
 * @param until the time of the last act; changes undone by then were undone by one of these acts
 */
export async function changesOfActs(
  { db, actor }: ReadContext<Member>,
  { actIds, until }: { actIds: readonly string[]; until: string },
): Promise<Made[]> {
  const { rows } = await sql<{
    seq: number;
    act_id: string;
    subject_id: string;
    parent_id: string | null;
    undo: Json<Undo>;
    joined: 0 | 1;
  }>`
    select h.seq, h.act_id, h.subject_id, h.undo,
      (select parent_id from tasks where id = h.subject_id) as parent_id,
      h.kind in ('task.created', 'task.drafted')
        and ${workedOnByOthers(sql`h.subject_id`, sql`h.actor_id`, sql`h.seq`)} as joined
    from activity h
    where h.actor_id = ${actor.profile.id} and h.act_id in (${
    sql.join(actIds)
  }) and h.undo is not null and (h.undone_at is null or h.undone_at <= ${until})
    order by h.seq`.execute(db);
  return rows.map(({ seq, act_id, subject_id, parent_id, undo, joined }) => {
    const fields = parseJson(undo);
    return {
      taskId: subject_id,
      fields,
      joined: joined === 1,
      entries: [{ seq, fields: Object.keys(fields) }],
      actId: act_id,
      parentId: parent_id,
    };
  });
}

/**
 * Returns the changes to one task: its own, its relations, and the sub-tasks created from or removed with its
 * description.
 */
export function ofOne(taskId: string, all: Made[]): Made[] {
  const described = new Set(
    all.filter((one) => one.taskId === taskId && "description" in one.fields)
      .map(({ actId }) => actId),
  );
  return all.filter((one) =>
    one.taskId === taskId || relationsIn(one).some((key) => key.includes(taskId)) ||
    (one.parentId === taskId && "archived" in one.fields && described.has(one.actId))
  );
}

/** Returns the changes without the other side's entries of relations, which are undone from this task. */
export function startingWith(taskId: string, all: Made[]): Made[] {
  const first = (one: Made) => one.taskId === taskId && relationsIn(one).length > 0;
  return all.toSorted((a, b) => Number(first(b)) - Number(first(a)));
}

function relationsIn({ fields }: Undoing): string[] {
  return Object.keys(fields).filter((key) => partOf(key)?.kind === "relation");
}

/** Groups changes by task. A relation has two entries and belongs to the first task. */
export function gatheringChanges() {
  const undoing = new Map<string, Undoing>();
  const related = new Map<string, string>();
  return {
    all: () => [...undoing.values()],
    add({ taskId: told, fields, joined, entries }: Undoing) {
      const [relation] = relationsIn({ taskId: told, fields, joined, entries });
      const taskId = relation ? related.get(relation) ?? told : told;
      if (relation) related.set(relation, taskId);
      const earlier = undoing.get(taskId);
      undoing.set(taskId, {
        taskId,
        fields: !earlier
          ? fields
          : told === taskId
          ? together(earlier.fields, fields)
          : earlier.fields,
        joined: joined || (earlier?.joined ?? false),
        entries: [...earlier?.entries ?? [], ...entries],
      });
    },
  };
}

/**
 * Merges two changes into one, from the first old value to the last new value. If someone else changed a field in
 * between, only the second counts.
 */
function together(first: Undo, second: Undo): Undo {
  const both = Object.entries(second).map(([field, [was, became]]) => {
    const before = first[field];
    return [field, [before && alike(before[1], was) ? before[0] : was, became]] as const;
  });
  return { ...first, ...Object.fromEntries(both) };
}
