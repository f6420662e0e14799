import { Hono } from "hono";
import { switchWorkspacePath, tasksPath, workspacePath } from "../../views/paths.ts";
import { perform } from "../domain/core/operation.ts";
import { switchWorkspace } from "../domain/workspaces/switch.ts";
import { readForm } from "../http/form.ts";
import type { Env } from "../http/env.ts";

/** The way into a workspace, and from one into another. */
export const workspacesWeb = new Hono<Env>()
  .get(workspacePath, (c) => c.redirect(tasksPath, 302))
  .post(switchWorkspacePath, async (c) => {
    const workspaceId = (await readForm(c)).text("workspaceId");
    await perform(c.get("deps"), c.get("member"), switchWorkspace, { workspaceId });
    return c.redirect(tasksPath, 303);
  });
