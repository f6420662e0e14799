import { z } from "zod";
import { createWorkspace } from "../domain/workspaces/create.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import { Workspace } from "../domain/workspaces/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Context";

export const workspacesEndpoints = [
  collection({
    path: "/workspaces",
    operation: listWorkspaces,
    tag,
    summary: "List the workspaces that this token can see",
    plural: "workspaces",
    record: Workspace,
  }),
  endpoint({
    method: "POST",
    path: "/workspaces",
    operation: createWorkspace,
    tag,
    summary: "Make a workspace with its first team",
    description: "The session becomes active in the new workspace; its maker owns it.",
    status: 201,
    response: z.strictObject({
      workspace: Workspace,
      team: z.strictObject({ id: z.string(), key: z.string(), name: z.string() }),
    }),
    answer: (made) => made,
    example: { name: "Acme", teamName: "Engineering", teamKey: "ENG" },
  }),
];
