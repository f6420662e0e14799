import { sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";
import type { ActivityKind, SubjectKind } from "../activity/kinds.ts";
import { minuteOf } from "../core/minute.ts";
import { newsOf } from "./news_of.ts";
import { readRelated } from "./related.ts";
import { presenceIn, type PresenceRow } from "./presence_rows.ts";
import type { News, Topic } from "./topics.ts";

/**
 * How far something was heard: the numbers of the newest entry of history and of the newest row beside it, and the minute,
 * by which alone what was snoozed comes back.
 */
export interface Point {
  activity: number;
  other: number;
  minute: number;
}

/** What one commit or several brought. */
export interface Batch {
  /** How far this goes. */
  to: Point;
  /** None where it is too much to be told one by one: then anybody may see something else by now. */
  news: News[] | null;
  /** The workspaces in which somebody may see something else by now. */
  sights: string[];
  /** The sessions that ended, or went to another workspace. */
  sessions: string[];
  /** What other processes were told of who has which task open. */
  presences: PresenceRow[];
}

/** An entry of history, with what of its subject decides who hears of it. */
export interface Entry {
  workspaceId: string;
  subject: SubjectKind;
  subjectId: string;
  /** What happened; empty where it is in no history. */
  kind: ActivityKind | "";
  data: string;
  /** Of a task, and of a view. */
  teamId: string | null;
  projectId: string | null;
  draft: 0 | 1 | null;
  parentId: string | null;
  /** The owner of a view that is nobody else's. */
  ownerId: string | null;
}

type Row = Entry & { seq: number; topic: string | null };

/** How many entries are told one by one: of more it is said that there was much. */
const MOST = 500;

/** How far there is something to hear. */
export async function readNewest({ db, now }: ReadContext): Promise<Point> {
  const { rows } = await sql<Omit<Point, "minute">>`select
    ifnull((select max(seq) from activity), 0) as activity,
    ifnull((select max(seq) from news), 0) as other`.execute(db);
  return { ...rows[0]!, minute: minuteOf(now) };
}

/**
 * What there is to hear since: in one statement, so that who may see what is never older than what happened.
 * @param since how far it was heard before
 */
export async function readNews(context: ReadContext, since: Point): Promise<Batch> {
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
      where a.seq > ${since.activity} order by a.seq limit ${MOST + 1})
    union all
    select * from (
      select n.seq, n.topic, t.workspace_id, iif(t.id is null, null, 'task'), t.id, '', '{}',
        t.team_id, t.project_id, t.draft, t.parent_id, null
      from news n left join tasks t
        on n.topic like 'task:%' and t.id = substr(n.topic, length('task:') + 1)
      where n.seq > ${since.other} order by n.seq limit ${MOST + 1})`.execute(context.db);
  const entries = rows.filter(({ topic }) => topic === null);
  const others = rows.filter((row): row is Row & { topic: string } => row.topic !== null);
  const ofRecords = rows.filter(({ subject }) => subject !== null);
  const named = others.map(({ topic }) => topic.split(":") as [string, string, string?]);
  const of = (noun: string) => named.filter(([one]) => one === noun).map(([, id]) => id);
  const tooMuch = entries.length > MOST || others.length > MOST;
  const to = tooMuch ? await readNewest(context) : {
    activity: Math.max(since.activity, ...entries.map(({ seq }) => seq)),
    other: Math.max(since.other, ...others.map(({ seq }) => seq)),
    minute: Math.max(since.minute, minuteOf(context.now)),
  };
  return {
    to,
    news: tooMuch ? null : [...await toldOf(context, ofRecords), ...named.flatMap(own)],
    sights: of("sight"),
    sessions: of("session"),
    presences: others.flatMap(({ topic }) => presenceIn(topic) ?? []),
  };
}

async function toldOf(context: ReadContext, entries: readonly Entry[]): Promise<News[]> {
  const related = await readRelated(context, entries);
  const told = new Map<string, News>();
  for (const entry of entries) {
    for (const news of newsOf(entry, related)) told.set(JSON.stringify(news), news);
  }
  return [...told.values()];
}

const owns: readonly Topic[] = [
  "favorites",
  "inbox",
  "unsent",
  "views",
  "preferences",
];

/** What stands beside history: what is one's own, what all of a workspace are called, and where a view was. */
function own([noun, id, teams]: [string, string, string?]): News[] {
  if (noun === "names") return [{ topic: noun, workspaceId: id, seeing: [] }];
  if (noun === "home") {
    return [{ topic: "views", workspaceId: id, seeing: teams ? [teams.split(" ")] : [] }];
  }
  const topic = owns.find((one) => one === noun);
  return topic ? [{ topic, workspaceId: null, seeing: [], only: id }] : [];
}
