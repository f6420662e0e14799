import { sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";
import type { ActivityKind, SubjectKind } from "../activity/kinds.ts";
import { newsOf } from "./news_of.ts";
import { readRelated } from "./related.ts";
import { presenceIn, type PresenceRow } from "./presence_rows.ts";
import type { News, Topic } from "./topics.ts";

/** A position: the numbers of the last read activity entry and of the last row in `news`; 0 for none. */
export interface Numbers {
  activity: number;
  other: number;
}

/** News with its number. */
export type NumberedNews = News & Numbers;

/** The news of one or several commits. */
export interface Batch {
  /** The new position, and whether there is more. */
  to: Numbers;
  more: boolean;
  news: NumberedNews[];
  /** The workspaces in which someone's visibility might have changed. */
  sights: string[];
  /** The sessions that ended, or switched to another workspace. */
  sessions: string[];
  /** Other processes' presence. */
  presences: PresenceRow[];
}

/** An activity entry, with the facts that decide who can see it. */
export interface Entry {
  workspaceId: string;
  subject: SubjectKind;
  subjectId: string;
  /** The kind of event; empty for rows of `news`. */
  kind: ActivityKind | "";
  data: string;
  /** The team of a task or view. */
  teamId: string | null;
  projectId: string | null;
  draft: 0 | 1 | null;
  parentId: string | null;
  /** The owner of a personal view. */
  ownerId: string | null;
}

type Row = Entry & { seq: number; topic: string | null };

/** The number of entries per read. */
export const MOST_AT_ONCE = 500;

/** Returns the newest position. */
export async function readNewest({ db }: ReadContext): Promise<Numbers> {
  const { rows } = await sql<Numbers>`select
    ifnull((select max(seq) from activity), 0) as activity,
    ifnull((select max(seq) from news), 0) as other`.execute(db);
  return rows[0]!;
}

/** Returns whether an activity entry still has a number. */
export async function hasEntry({ db }: ReadContext, seq: number): Promise<boolean> {
  const { rows } = await sql`select 1 from activity where seq = ${seq}`.execute(db);
  return rows.length > 0;
}

/**
 * Reads the first news after a position in one statement, so that visibility is never older than the news.
 * @param since the position
 * @param within the only workspace whose activity to read
 */
export async function readNews(
  context: ReadContext,
  since: Numbers,
  within?: { workspaceId: string },
): Promise<Batch> {
  const here = within ? sql`and a.workspace_id = ${within.workspaceId}` : sql``;
  const { rows } = await sql<Row>`
    select * from (
      select a.seq, null as topic, a.workspace_id as "workspaceId", a.subject_kind as subject,
        a.subject_id as "subjectId", a.kind, a.data,
        coalesce(t.team_id, v.team_id) as "teamId",
        coalesce(t.project_id, v.project_id) as "projectId", t.draft, t.parent_id as "parentId",
        case when v.scope = 'personal' then v.owner_id end as "ownerId"
      from activity a
        left join tasks t on a.subject_kind = 'task' and t.id = a.subject_id
        left join views v on a.subject_kind = 'view' and v.id = a.subject_id
      where a.seq > ${since.activity} ${here} order by a.seq limit ${MOST_AT_ONCE})
    union all
    select * from (
      select n.seq, n.topic, t.workspace_id, iif(t.id is null, null, 'task'), t.id, '', '{}',
        t.team_id, t.project_id, t.draft, t.parent_id, null
      from news n left join tasks t
        on n.topic like 'task:%' and t.id = substr(n.topic, length('task:') + 1)
      where n.seq > ${since.other} order by n.seq limit ${MOST_AT_ONCE})`.execute(context.db);
  const entries = rows.filter(({ topic }) => topic === null);
  const others = rows.filter((row): row is Row & { topic: string } => row.topic !== null);
  const ofRecords = rows.filter(({ subject }) => subject !== null);
  const named = others.map(({ topic }) => topic.split(":") as [string, string, string?]);
  const of = (noun: string) => named.filter(([one]) => one === noun).map(([, id]) => id);
  return {
    to: {
      activity: Math.max(since.activity, ...entries.map(({ seq }) => seq)),
      other: Math.max(since.other, ...others.map(({ seq }) => seq)),
    },
    more: Math.max(entries.length, others.length) === MOST_AT_ONCE,
    news: [...await toldOf(context, ofRecords), ...others.flatMap(own)],
    sights: of("sight"),
    sessions: of("session"),
    presences: others.flatMap(({ topic }) => presenceIn(topic) ?? []),
  };
}

async function toldOf(context: ReadContext, rows: readonly Row[]): Promise<NumberedNews[]> {
  const related = await readRelated(context, rows);
  const told = new Map<string, NumberedNews>();
  for (const row of rows) {
    for (const news of newsOf(row, related)) {
      const key = JSON.stringify(news);
      told.set(key, further(told.get(key), { ...news, ...numbersOf(row) }));
    }
  }
  return [...told.values()];
}

/** Merges two occurrences of the same news. */
function further(before: NumberedNews | undefined, news: NumberedNews): NumberedNews {
  const { activity, other } = before ?? news;
  return {
    ...news,
    activity: Math.max(activity, news.activity),
    other: Math.max(other, news.other),
  };
}

const numbersOf = ({ seq, topic }: Pick<Row, "seq" | "topic">): Numbers =>
  topic === null ? { activity: seq, other: 0 } : { activity: 0, other: seq };

const owns: readonly Topic[] = [
  "favorites",
  "inbox",
  "unsent",
  "views",
  "preferences",
];

/** Returns the news of a row of `news`: personal news, changed names, and moved views. */
function own(row: Row & { topic: string }): NumberedNews[] {
  const [noun, id = "", teams] = row.topic.split(":");
  const seeing = teams ? [teams.split(" ")] : [];
  const numbers = numbersOf(row);
  if (noun === "names") return [{ topic: noun, workspaceId: id, seeing: [], ...numbers }];
  if (noun === "home") return [{ topic: "views", workspaceId: id, seeing, ...numbers }];
  const topic = owns.find((one) => one === noun);
  return topic ? [{ topic, workspaceId: null, seeing: [], only: id, ...numbers }] : [];
}
