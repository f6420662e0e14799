import { sql } from "kysely";
import { z } from "zod";
import { query } from "../core/operation.ts";
import type { ProjectRef } from "../refs/schema.ts";
import { offering, readOffered } from "../text/offered.ts";
import { visibleProject } from "../visibility/projects.ts";

/** Lists the active projects that the actor can see for a menu, newest first. */
export const offerProjects = query({
  name: "projects.offer",
  scope: "projects.read",
  input: z.strictObject(offering),
  run: (context, asked) =>
    readOffered<ProjectRef>(context, asked, {
      json: sql`json_object('id', p.id, 'key', p.key, 'name', p.name)`,
      from: sql`projects p`,
      where: [
        sql`p.workspace_id = ${context.actor.workspace.id}`,
        sql`p.archived_at is null`,
        visibleProject(context.actor, "p"),
      ],
      id: "p.id",
      name: "p.name",
      besides: "p.key",
      key: "lower(p.key)",
      order: "p.id desc",
    }),
});
