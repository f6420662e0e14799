import { Hono } from "hono";
import { perform } from "../domain/operation.ts";
import { createWorkspace } from "../domain/workspaces/create.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import { bearerPrincipal } from "../http/actor.ts";
import { readJson } from "../http/body.ts";
import type { Env } from "../http/env.ts";

/** Workspaces. `contract.md`, REST API v1 */
export const workspacesApi = new Hono<Env>()
  .get("/", async (c) => {
    const actor = await bearerPrincipal(c);
    return c.json({
      workspaces: await perform(c.get("deps"), actor, listWorkspaces, c.req.query()),
    });
  })
  .post("/", async (c) => {
    const actor = await bearerPrincipal(c);
    const body = await readJson(c);
    return c.json(await perform(c.get("deps"), actor, createWorkspace, body), 201);
  });
