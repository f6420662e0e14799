import { type RawBuilder, sql } from "kysely";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { mentionsIn } from "../text/markdown.ts";
import type { Mention } from "../text/mentions.ts";
import { sees } from "../visibility/readers.ts";

/** The facts about a task that decide who is notified. */
export interface FollowedTask {
  id: string;
  workspace_id: string;
  team_id: string;
  creator_id: string;
  assignee_id: string | null;
}

/** Texts that can mention people. */
export interface Written {
  workspaceId: string;
  /** Each text is parsed separately, so that unclosed code in one hides nothing in another. */
  texts: string[];
  /** An older text. People mentioned there are left out. */
  before?: string;
}

/** Returns the mentioned profiles in the workspace that match a condition on `p`. */
export async function listMentionedProfiles(
  context: ReadContext,
  { workspaceId, texts, before = "" }: Written,
  condition: RawBuilder<unknown>,
): Promise<string[]> {
  const mentions = texts.flatMap(mentionsIn);
  if (mentions.length === 0) return [];
  const earlier = mentionsIn(before);
  const called = await resolveMentions(context, workspaceId, [...mentions, ...earlier], condition);
  const known = new Set(earlier.map((one) => called.get(one)?.id));
  return [...new Set(mentions.flatMap((one) => called.get(one)?.id ?? []))]
    .filter((id) => !known.has(id));
}

/**
 * Returns the profile of each mention: the first matching username, if the profile matches a condition on `p`. Pages
 * and notifications both use this.
 */
export async function resolveMentions(
  { db }: ReadContext,
  workspaceId: string,
  mentions: readonly Mention[],
  condition: RawBuilder<unknown>,
): Promise<Map<Mention, { id: string; username: string }>> {
  const usernames = [...new Set(mentions.flatMap((one) => one.usernames))];
  if (usernames.length === 0) return new Map();
  const { rows } = await sql<{ id: string; username: string; hears: 0 | 1 }>`
    select p.id, p.username, p.suspended_at is null and ${condition} as hears
    from json_each(${JSON.stringify(usernames)}) w
    cross join profiles p on p.workspace_id = ${workspaceId} and p.username = w.value`.execute(db);
  const known = new Map(rows.map((row) => [row.username, row]));
  return new Map(mentions.flatMap((one) => {
    const meant = known.get(one.usernames.find((name) => known.has(name)) ?? "");
    return meant?.hears ? [[one, meant] as const] : [];
  }));
}

/**
 * Returns the condition that a profile `p` follows a task: it is its creator or assignee, or has commented, was
 * mentioned, or chose to follow it, and didn't choose to unfollow it.
 * @param task values, or columns of the calling query
 */
export function follows(
  task: Record<"id" | "creator_id" | "assignee_id", string | null | RawBuilder<unknown>>,
): RawBuilder<unknown> {
  return sql`p.id in (select ${task.creator_id} union all select ${task.assignee_id}
      union all select profile_id from task_follows where task_id = ${task.id} and following = 1)
    and not exists (select 1 from task_follows f
      where f.task_id = ${task.id} and f.profile_id = p.id and f.following = 0)`;
}

/** Returns the followers of a task who can see it. */
export async function listFollowers({ db }: ReadContext, task: FollowedTask): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from profiles p where ${follows(task)}
      and p.suspended_at is null and ${sees(task.team_id)}`.execute(db);
  return rows.map((row) => row.id);
}

/** Makes people follow a task, unless they chose to unfollow it. */
export async function addFollowers(
  { tx, now }: WriteContext,
  taskId: string,
  profileIds: string[],
) {
  for (const profile_id of profileIds) {
    await tx.insertInto("task_follows")
      .values({ task_id: taskId, profile_id, following: 1, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing()).execute();
  }
}
