import { type Kysely, sql } from "kysely";

/** What changed that has no entry of history: what is one's own, and who may see what. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

type Event = "insert" | "update" | "delete" | `update of ${string}`;

/**
 * Gives a topic its next number.
 * @param event what becomes of a row; an update of some columns, where they are others by then
 */
function tells(table: string, event: Event, topic: string, what: string = event): string {
  const [, columns] = event.split(" of ");
  const changes = columns?.split(", ").map((column) => `old.${column} is not new.${column}`);
  return `create trigger ${table}_tell_${what.split(" ")[0]} after ${event} on ${table}
  ${changes ? `when ${changes.join(" or ")}` : ""} begin
    insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), ${topic})
      on conflict (topic) do update set seq = excluded.seq;
  end`;
}

/** The same for a row that comes, changes and goes. @param topic of the row `one` */
function tellsAlways(table: string, topic: string): string[] {
  const of = (row: "new" | "old") => topic.replaceAll("one.", `${row}.`);
  return [
    tells(table, "insert", of("new")),
    tells(table, "update", of("new")),
    tells(table, "delete", of("old")),
  ];
}

const workspaceOfTeam = "(select workspace_id from teams where id = one.team_id)";

const statements = [
  // A topic has one row, and a higher number each time that something about it changes
  `create table news (
    seq integer primary key,
    topic text not null unique
  ) strict`,
  ...tellsAlways("favorites", "'favorites:' || one.profile_id"),
  ...tellsAlways("notifications", "'inbox:' || one.recipient_id"),
  ...tellsAlways("unsent_comments", "'unsent:' || one.profile_id"),
  ...tellsAlways("view_subscriptions", "'views:' || one.profile_id"),
  tells(
    "users",
    "update of name, theme, shortcuts, sidebar, sidebar_folded, lists",
    "'preferences:' || new.id",
  ),
  // Whoever saw a view where it was, and may not where it is
  tells(
    "views",
    "update of scope, team_id, project_id",
    `case old.scope when 'personal' then 'views:' || old.owner_id
      else 'home:' || old.workspace_id || ':' || case old.scope when 'team' then old.team_id
        when 'project' then ifnull((select group_concat(team_id, ' ') from project_teams
          where project_id = old.project_id), '') else '' end end`,
  ),
  // The account's name is that of its profiles, of which no history is told
  tells("profiles", "update of name", "'names:' || new.workspace_id"),
  // Who may see what: whoever listens is looked at anew
  tells("sessions", "update of workspace_id, revoked_at", "'session:' || new.id"),
  tells("sessions", "delete", "'session:' || old.id"),
  ...tellsAlways("team_members", `'sight:' || ${workspaceOfTeam}`),
  tells("teams", "insert", "'sight:' || new.workspace_id"),
  tells("teams", "update of private", "'sight:' || new.workspace_id"),
  tells(
    "profiles",
    "update of role, removed_at",
    "'sight:' || new.workspace_id",
    "sight",
  ),
];
