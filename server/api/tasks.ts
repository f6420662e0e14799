import { type Context, Hono } from "hono";
import type { Member } from "../domain/actor.ts";
import { Invalid } from "../domain/errors.ts";
import { perform } from "../domain/operation.ts";
import { createTask } from "../domain/tasks/create.ts";
import { findTask, findTaskVersion, type FoundTask } from "../domain/tasks/find.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { updateTask } from "../domain/tasks/update.ts";
import { bearerMember } from "../http/actor.ts";
import { readJson } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import { etagOf, guardedVersion, hasCurrent } from "../http/etag.ts";
import { jsonText } from "../http/json.ts";

/** Tasks. Their JSON comes out of SQL as text and is passed on. `contract.md`, REST API v1 */
export const tasksApi = new Hono<Env>()
  .get("/", async (c) => {
    const actor = await bearerMember(c);
    const page = await perform(c.get("deps"), actor, listTasks, c.req.query());
    const nextCursor = JSON.stringify(page.nextCursor);
    return jsonText(c, `{"tasks":${page.tasks},"nextCursor":${nextCursor}}`);
  })
  .post("/", async (c) => {
    const actor = await bearerMember(c);
    const found = await perform(c.get("deps"), actor, createTask, await readJson(c));
    const location = `${c.req.path}/${found.id}`;
    return answer(c, actor, found, 201, { location });
  })
  .get("/:taskId", async (c) => {
    const actor = await bearerMember(c);
    const input = { taskId: c.req.param("taskId") };
    if (c.req.header("if-none-match") !== undefined) {
      const etag = etagOf(actor, await perform(c.get("deps"), actor, findTaskVersion, input));
      if (hasCurrent(c, etag)) return c.body(null, 304, { etag });
    }
    return answer(c, actor, await perform(c.get("deps"), actor, findTask, input));
  })
  .patch("/:taskId", async (c) => {
    const actor = await bearerMember(c);
    const patch = await readJson(c);
    const version = guardedVersion(c);
    const input = { taskId: c.req.param("taskId"), version, patch };
    return answer(c, actor, await nameFields(perform(c.get("deps"), actor, updateTask, input)));
  });

function answer(
  c: Context<Env>,
  actor: Member,
  found: FoundTask,
  status: 200 | 201 = 200,
  headers: Record<string, string> = {},
): Response {
  const etag = etagOf(actor, found.version);
  return jsonText(c, `{"task":${found.task}}`, status, { etag, ...headers });
}

/** A client sent the patch as its whole body, so a wrong field's path starts there. */
async function nameFields<T>(outcome: Promise<T>): Promise<T> {
  try {
    return await outcome;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    for (const { path } of error.errors) if (path[0] === "patch") path.shift();
    throw error;
  }
}
