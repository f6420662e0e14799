import { sql } from "kysely";
import { z } from "zod";
import { query, type ReadContext } from "../core/operation.ts";
import type { Member } from "../core/actor.ts";
import { requireManager } from "../core/permission.ts";
import type { Usage } from "./schema.ts";

/**
 * What the workspace uses, and whether its task limit blocks new tasks. It counts people, teams and projects, never tasks:
 * each team keeps that number itself, so it costs the same at any size.
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
 * In bytes, what is free in it too; null where other workspaces are in it, of which nothing may be told here, and where a
 * server of databases doesn't tell. https://sqlite.org/pragma.html#pragfunc
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

/** How many tasks count against a workspace's limit: those that are not archived, drafts too. */
export async function countTasks({ db }: ReadContext, workspaceId: string): Promise<number> {
  const { total } = await db.selectFrom("teams")
    .select((e) => e.fn.coalesce(e.fn.sum<number>("task_count"), e.lit(0)).as("total"))
    .where("workspace_id", "=", workspaceId).executeTakeFirstOrThrow();
  return total;
}
