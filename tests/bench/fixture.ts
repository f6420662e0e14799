import { type RawBuilder, sql } from "kysely";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { mergeSearchIndex } from "../../server/domain/search/merge_index.ts";
import { openSession } from "../../server/domain/sessions/open.ts";
import { issueToken } from "../../server/domain/sessions/tokens.ts";
import { readConfig } from "../../server/config.ts";
import { makeDeps } from "../../server/deps.ts";
import { Log } from "../../server/http/log.ts";
import { migrate } from "../../server/database/migrate.ts";
import { seedDatabase } from "../../cli/operator/demo/seed.ts";
import { inWrite } from "../support/world.ts";
import { type Crowd, stockPeople } from "./people.ts";
import { stockProjects } from "./projects.ts";

/** What the rows of the bench need to know of a seeded file. */
export interface Fixture {
  file: string;
  workspaceId: string;
  teamId: string;
  assigneeId: string;
  /** Tasks from all over the file, oldest to newest. */
  taskIds: string[];
  /** As many tasks of one team as are changed at once. */
  selectedIds: string[];
  /** The projects that have the most tasks. */
  projectIds: string[];
  /** The saved views of tasks that everybody sees, or a team. */
  viewKeys: string[];
  /** The key of the view that shows every task, so that its page is as full in a small file as in a large one. */
  fullViewKey: string;
  /** The key of the view that shows a dozen tasks, in a small file and in a large one. */
  fewViewKey: string;
  /** A bearer token of an ordinary member: not a manager, so that permissions are looked up. */
  accessToken: string;
  /** The secret of the same person's browser session. */
  cookie: string;
  /** That of the workspace's owner. */
  managerCookie: string;
}

const settings = { origin: "http://localhost:5173", signup: "invite" } as const;
const MOST_TASKS = 500;
/** How many tasks there are to a project. */
const TASKS_EACH = 200;
const MOST_PROJECTS = 5;
const SELECTED = 200;
/** How many tasks the view of a few shows. */
const FEW = 12;

/**
 * Seeds a file, unless it is there from an earlier run with `--keep`, and opens sessions in it.
 * @param crowd whom and what it has besides the demo's
 */
export async function prepareFile(file: string, tasks: number, crowd?: Crowd): Promise<Fixture> {
  const database = await openDatabase(`file:${file}`);
  try {
    await migrate(database);
    const { rows } = await sql<{ n: number }>`select count(*) as n from tasks`.execute(
      database.read,
    );
    if (rows[0]!.n === 0) {
      await seedDatabase(database, settings, { tasks, now: new Date() });
      const { rows: [priya] } = await sql<{ id: string }>`
        select id from profiles where username = 'priya' order by id limit 1`.execute(
        database.read,
      );
      await stockProjects(database, Math.max(1, Math.floor(tasks / TASKS_EACH)), priya!.id);
      if (crowd) await stockPeople(database, await describeFile(database, tasks), crowd);
      await mergeSearchIndex({ database });
    }
    await saveView(database, fullViewKey, sql`'{}'`);
    await saveFewView(database);
    return { file, ...await describeFile(database, tasks), ...await openSessions(database) };
  } finally {
    await database.close();
  }
}

const fullViewKey = "every-task";
const fewViewKey = "few-tasks";

/** Saves a view of all tasks that its filters, as JSON, match. */
async function saveView(database: Database, key: string, filters: RawBuilder<unknown>) {
  await sql`
    insert or ignore into views (id, workspace_id, key, kind, scope, owner_id, name, layout,
      filters, grouping, sorting, created_at, updated_at)
    select 'view_01' || lower(hex(randomblob(12))), workspace_id, ${key}, 'task',
      'workspace', id, ${key}, 'list', ${filters}, 'status', '-createdAt', created_at, created_at
    from profiles where username = 'priya'`.execute(database.read);
}

/** Saves a view of a few tasks from all over the file, which have a label of their own. */
async function saveFewView(database: Database) {
  await sql`
    insert or ignore into task_labels (id, workspace_id, name, name_key, color, created_at)
    select 'label_01' || lower(hex(randomblob(12))), workspace_id, ${fewViewKey}, ${fewViewKey},
      'blue', created_at
    from profiles where username = 'priya'`.execute(database.read);
  const label = sql`(select id from task_labels where name = ${fewViewKey})`;
  await sql`
    insert or ignore into task_label_links (task_id, label_id)
    select id, ${label} from tasks where draft = 0 and archived_at is null
      and seq % (select max(1, count(*) / ${sql.lit(FEW)}) from tasks) = 0
    order by id limit ${sql.lit(FEW)}`.execute(database.read);
  await saveView(database, fewViewKey, sql`json_object('label', ${label})`);
}

async function describeFile(database: Database, tasks: number) {
  const { rows: [found] } = await sql<{ workspaceId: string; teamId: string; assigneeId: string }>`
    select w.id as workspaceId,
      (select id from teams where workspace_id = w.id and key = 'ENG') as teamId,
      (select id from profiles where workspace_id = w.id and username = 'priya') as assigneeId
    from workspaces w`.execute(database.read);
  const step = Math.max(1, Math.floor(tasks / MOST_TASKS));
  const { rows: ids } = await sql<{ id: string }>`
    select id from tasks where draft = 0 and seq % ${step} = 0 order by id limit ${MOST_TASKS}
  `.execute(database.read);
  const { rows: selected } = await sql<{ id: string }>`
    select id from tasks where team_id = ${found!.teamId} and draft = 0 and archived_at is null
    order by id desc limit ${SELECTED}`.execute(database.read);
  const { rows: projects } = await sql<{ id: string }>`
    select project_id as id from tasks where project_id is not null
    group by project_id order by count(*) desc limit ${MOST_PROJECTS}`.execute(database.read);
  const { rows: views } = await sql<{ key: string }>`
    select key from views
    where kind = 'task' and scope <> 'personal' and key not in (${fullViewKey}, ${fewViewKey})
    order by key
  `.execute(database.read);
  return {
    ...found!,
    viewKeys: views.map((row) => row.key),
    fullViewKey,
    fewViewKey,
    taskIds: ids.map((row) => row.id),
    selectedIds: selected.map((row) => row.id),
    projectIds: projects.map((row) => row.id),
  };
}

async function openSessions(database: Database) {
  const deps = await makeDeps(readConfig({}), database, new Log("none"));
  return await inWrite(deps, async (context) => {
    const opened = async (who: string, kind: "api" | "browser") => {
      const user = await context.tx.selectFrom("users").select("id")
        .where("email", "like", `${who}@%`).executeTakeFirstOrThrow();
      const session = await openSession(context, user.id, kind, "Bench");
      const shown = kind === "api" ? "access" : "cookie";
      return (await issueToken(context, session.id, shown)).token;
    };
    return {
      accessToken: await opened("priya", "api"),
      cookie: await opened("priya", "browser"),
      managerCookie: await opened("maren", "browser"),
    };
  });
}
