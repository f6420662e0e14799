import { sql } from "kysely";
import { z } from "zod";
import { query, type ReadContext } from "../core/operation.ts";
import type { Member } from "../core/actor.ts";
import { requireManager } from "../core/permission.ts";
import type { Usage } from "./schema.ts";

/**
 * Returns a workspace's usage, and whether the task limit is reached. Counting people, teams, and projects costs the
 * same at any size, because each team stores its number of tasks.
 * @throws Forbidden unless a manager. `RULES.md`, Permissions
 */
export const findUsage = query({
  name: "usage.find",
  scope: "workspace.manage",
  input: z.strictObject({}),
  async run(context): Promise<Usage> {
    const { db, actor, now, services } = context;
    requireManager(actor, "see the workspace's usage");
    const id = actor.workspace.id;
    const { rows } = await sql<
      Omit<Usage, "tasks" | "taskLimit" | "taskCreationBlocked" | "databaseBytes">
    >`
      select
        (select count(*) from profiles where workspace_id = ${id} and removed_at is null
          and kind = 'human') as members,
        (select count(*) from agents where workspace_id = ${id}) as agents,
        (select count(*) from invitations where workspace_id = ${id} and status = 'pending'
          and expires_at > ${now.toISOString()}) as "pendingInvitations",
        (select count(*) from teams where workspace_id = ${id} and archived_at is null) as teams,
        (select count(*) from projects where workspace_id = ${id} and archived_at is null)
          as projects`
      .execute(db);
    const tasks = await countTasks(context, id);
    const limit = services.settings.taskLimit;
    return {
      tasks,
      taskLimit: limit ?? null,
      taskCreationBlocked: limit !== undefined && tasks >= limit,
      ...rows[0]!,
      databaseBytes: await sizeOfDatabase(context),
    };
  },
});

/**
 * Returns the database's size in bytes, including free space, or null if it has other workspaces, whose size must stay
 * hidden, or if a database server doesn't report it. https://sqlite.org/pragma.html#pragfunc
 */
async function sizeOfDatabase({ db, actor }: ReadContext<Member>): Promise<number | null> {
  const { id } = actor.workspace;
  const { rows } = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()
    where not exists (select 1 from workspaces where id < ${id})
      and not exists (select 1 from workspaces where id > ${id})`
    .execute(db).catch(() => ({ rows: [] }));
  return rows[0]?.bytes ?? null;
}

/** Counts a workspace's active tasks, including drafts, for the limit. */
export async function countTasks({ db }: ReadContext, workspaceId: string): Promise<number> {
  const { total } = await db.selectFrom("teams")
    .select((e) => e.fn.coalesce(e.fn.sum<number>("task_count"), e.lit(0)).as("total"))
    .where("workspace_id", "=", workspaceId).executeTakeFirstOrThrow();
  return total;
}
