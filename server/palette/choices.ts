import { type Member, writerRoles } from "../domain/core/actor.ts";
import { type RawBuilder, sql } from "kysely";
import { visibleProject } from "../domain/visibility/projects.ts";
import { andUnhidden } from "../domain/visibility/teams.ts";
import { takesNewWork } from "../domain/visibility/people.ts";
import { seesProject } from "../domain/visibility/readers.ts";
import type { ReadContext } from "../domain/core/operation.ts";
import { MOST_WORDS } from "../domain/text/words.ts";

/** How many records of each list a menu offers. A search text brings others to the front. */
const MOST_CHOICES = 50;
/** Of how many of the newest projects. */
const MOST_PROJECTS = 500;

/** Something to choose: a person, a label, a project. */
export interface OfferedChoice {
  id: string;
  name: string;
  /** A username or key, besides the name. */
  key: string;
}

/** The condition on a profile `p` that it may be offered, and what is offered of it. */
const active = sql.raw(takesNewWork);
const person = sql`p.id, p.name, p.username as key`;

/** The leads and members of a team, leads first. @param text brings those whose names contain its words to the front */
export async function eligibleTeammates(
  { db }: ReadContext<Member>,
  teamId: string,
  text: string,
): Promise<OfferedChoice[]> {
  const { rows } = await sql<OfferedChoice>`
    select ${person} from team_members m join profiles p on p.id = m.profile_id
    where m.team_id = ${teamId} and m.role in (${sql.join(writerRoles)}) and ${active}
    order by ${closestFirst(text, "p.name", "p.username")} m.role = 'lead' desc,
      p.name collate nocase limit ${sql.lit(MOST_CHOICES)}`.execute(db);
  return rows;
}

/**
 * Those who could lead a project: its members first, then the members of its teams, then everybody else. Where all of
 * its teams are private, nobody but their members and the managers.
 * @param text brings those whose names contain its words to the front
 */
export function possibleLeads(
  context: ReadContext<Member>,
  projectId: string,
  text: string,
): Promise<OfferedChoice[]> {
  const { actor } = context;
  const ofProject = sql`x.project_id = ${projectId}`;
  const members = sql`project_members x join profiles p on p.id = x.profile_id where ${ofProject}`;
  const teammates = sql`project_teams x join team_members m on m.team_id = x.team_id
    join profiles p on p.id = m.profile_id where ${ofProject} ${andUnhidden(actor, "x.team_id")}`;
  const everybody = sql`profiles p where p.workspace_id = ${actor.workspace.id}`;
  const closest = closestFirst(text, "p.name", "p.username");
  const lists = [members, teammates, everybody].map((people) =>
    sql`select ${person} from ${people} and ${active} and ${seesProject(projectId)}
      order by ${closest} p.name collate nocase, p.id limit ${sql.lit(MOST_CHOICES)}`
  );
  return nearestFirst(context, lists, text, sql`p.name collate nocase`);
}

/** The projects that a task can move to: those of its team first, then the newest. @param text as above */
export function projectsFor(
  context: ReadContext<Member>,
  teamId: string,
  text: string,
): Promise<OfferedChoice[]> {
  const { actor } = context;
  const ofTeam = sql`project_teams k join projects p on p.id = k.project_id
    where k.team_id = ${teamId}`;
  const all = sql`projects p where p.workspace_id = ${actor.workspace.id}`;
  const most = sql.lit(text === "" ? MOST_CHOICES : MOST_PROJECTS);
  const lists = [{ from: ofTeam, id: sql`k.project_id` }, { from: all, id: sql`p.id` }].map((
    { from, id },
  ) =>
    sql`select p.id, p.name, p.key from ${from} and p.archived_at is null
      and ${visibleProject(actor, "p")} order by ${id} desc limit ${most}`
  );
  return nearestFirst(context, lists, text, sql`p.id desc`);
}

/**
 * What stands in several lists, each once: what is closest to a text, then the first lists'.
 * @param lists each of ids, names and keys, with an order and a limit of its own
 * @param last the order of all else, over `p`
 */
async function nearestFirst(
  { db }: ReadContext,
  lists: RawBuilder<unknown>[],
  text: string,
  last: RawBuilder<unknown>,
): Promise<OfferedChoice[]> {
  const all = lists.map((list, near) => sql`select *, ${sql.lit(near)} as near from (${list})`);
  const { rows } = await sql<OfferedChoice>`
    select p.id, p.name, p.key, min(p.near) as near
    from (${sql.join(all, sql` union all `)}) p group by p.id
    order by ${closestFirst(text, "p.name", "p.key")} near, ${last}
    limit ${sql.lit(MOST_CHOICES)}`.execute(db);
  return rows;
}

/** The labels of tasks or of projects, by name. @param text as above */
export async function labelsFor(
  { db, actor }: ReadContext<Member>,
  of: "task" | "project",
  text: string,
): Promise<OfferedChoice[]> {
  const labels = sql.table(of === "task" ? "task_labels" : "project_labels");
  const { rows } = await sql<OfferedChoice>`
    select l.id, l.name, l.id as key from ${labels} l
    where l.workspace_id = ${actor.workspace.id} and l.archived_at is null
    order by ${closestFirst(text, "l.name")} l.name collate nocase limit ${sql.lit(MOST_CHOICES)}`
    .execute(db);
  return rows;
}

/**
 * An order in which what contains the most words of a text, in either case, comes first, then what contains half of one,
 * as the other half may have the letter that is wrong; nothing for an empty text.
 * What doesn't match stays in the list: `assign` is no part of anybody's name.
 */
function closestFirst(text: string, ...columns: string[]): RawBuilder<unknown> {
  const words = text.toLowerCase().split(" ").filter((word) => word !== "").slice(0, MOST_WORDS);
  if (words.length === 0) return sql``;
  const message = sql.join(
    columns.map((column) => sql`lower(${sql.ref(column)})`),
    sql` || ' ' || `,
  );
  const has = (part: string) => sql`(instr(called, ${part}) > 0)`;
  const halves = words.filter((word) => word.length > 3).flatMap((word) => {
    const half = Math.ceil(word.length / 2);
    return [has(word.slice(0, half)), has(word.slice(half))];
  });
  const most = [...words.map((word) => sql`100 * ${has(word)}`), ...halves];
  // The limit keeps SQLite from making the message again for each word
  return sql`(select ${sql.join(most, sql` + `)} from (select ${message} as called limit 1)) desc,`;
}
