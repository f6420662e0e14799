import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import {
  cursorAfter,
  type ListOrder,
  type ListPage,
  type PageRequest,
  readPage,
} from "../core/page.ts";
import { UNDOABLE_MS } from "./undoable.ts";
import { visibleHistory } from "./visible_history.ts";
import { profileJson } from "../refs/json.ts";
import type { SubjectKind } from "./kinds.ts";
import type { Activity } from "./schema.ts";

/** Builds an entry's JSON, for a query over `activity as h` and the actor's profile `by`. */
export const activityJson: RawBuilder<string> = sql.raw(`json_object('id', h.id, 'kind', h.kind,
  'actor', case when by.id is null then null else ${profileJson("by")} end,
  'interface', h.interface, 'data', json(h.data), 'createdAt', h.created_at,
  'undoneAt', h.undone_at,
  'undoableUntil', case when h.act_id is not null and h.undone_at is null
    then strftime('%Y-%m-%dT%H:%M:%fZ', h.created_at, '+${UNDOABLE_MS / 1000} seconds') end)`);

const newestFirst: ListOrder = {
  list: "activity",
  by: ["h.seq"],
  descending: true,
  countedIn: "activity",
};

/**
 * Returns the condition that an actor can see entries `h` of a record: all named records are visible, and the entry is
 * more than a new manual position. Positions are stored only for undo, because they would bury other activity.
 */
export function shownHistory(actor: Member, subject: SubjectKind): RawBuilder<unknown> {
  const visible = visibleHistory(actor, subject);
  return subject === "task" ? sql`and h.kind <> 'task.placed' ${visible}` : visible;
}

/** Reads a record's activity, newest first. @param subject a record that the actor can see */
export function readHistory(
  context: ReadContext<Member>,
  subject: { kind: SubjectKind; id: string },
  asked: PageRequest,
): Promise<ListPage<Activity>> {
  return readPage(context, newestFirst, asked, {
    json: activityJson,
    from: sql`activity h left join profiles by on by.id = h.actor_id`,
    where: [sql`h.subject_id = ${subject.id} ${shownHistory(context.actor, subject.kind)}`],
  });
}

/** Returns the cursor of a record's history before an entry, newest first. */
export function historyBefore(id: string): string {
  return cursorAfter(newestFirst, [id]);
}
