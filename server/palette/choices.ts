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
/** The number of newest projects to search. */
const MOST_PROJECTS = 500;

/** A choice: a person, a label, or a project. */
export interface OfferedChoice {
  id: string;
  name: string;
  /** The username or key, in addition to the name. */
  key: string;
}

/** The condition for profiles `p` that can be assigned work. */
const active = sql.raw(takesNewWork);
const person = sql`p.id, p.name, p.username as key`;

/**
 * Returns the leads and members of a team, leads first.
 * @param text moves matching names to the front
 */
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
 * Returns the possible leads of a project: its members first, then the members of its teams, then everyone else. If all
 * of its teams are private, only their members and managers are possible.
 * @param text moves matching names to the front
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

/** Returns the projects that a task can move to: the team's projects first, then the newest. @param text moves matching names to the front */
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
 * Returns records from several lists, each once: the best matches of a text first, then in the order of the lists.
 * @param lists queries for IDs, names, and keys, each with its own order and limit
 * @param last the order of other records, over `p`
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

/** Returns the labels of tasks or projects, by name. @param text moves matching names to the front */
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
 * Returns an order by the number of a text's words in the columns, ignoring case, then by half of a word, because the
 * other half might have a wrong letter. An empty text has no order. Records that don't match stay in the list, because
 * people can type a verb such as `assign`, which isn't part of a name.
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
