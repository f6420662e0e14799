import { z } from "zod";
import { listAudit } from "../domain/audit/list.ts";
import { AuditEntry } from "../domain/audit/schema.ts";
import { findWorkspace } from "../domain/workspaces/find.ts";
import { Usage, Workspace } from "../domain/workspaces/schema.ts";
import { updateWorkspace } from "../domain/workspaces/update.ts";
import { findUsage } from "../domain/workspaces/usage.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Workspace";
const path = "/workspaces/{workspaceId}";

const oneWorkspace = {
  tag,
  path,
  status: 200,
  response: z.strictObject({ workspace: Workspace }),
  answer: (workspace: Workspace) => ({ workspace }),
  version: (workspace: Workspace) => workspace.version,
} as const;

export const administrationEndpoints = [
  endpoint({
    ...oneWorkspace,
    method: "GET",
    operation: findWorkspace,
    summary: "Read the workspace",
  }),
  endpoint({
    ...oneWorkspace,
    method: "PATCH",
    operation: updateWorkspace,
    summary: "Change the workspace's name or time zone",
    bodyAs: "patch",
    guarded: true,
    example: { name: "Acme", timeZone: "Europe/Berlin" },
  }),
  endpoint({
    method: "GET",
    path: `${path}/usage`,
    operation: findUsage,
    tag,
    summary: "Read what the workspace uses, and its limits",
    description: "For managers.",
    status: 200,
    response: z.strictObject({ usage: Usage }),
    answer: (usage) => ({ usage }),
  }),
  collection({
    path: `${path}/audit`,
    operation: listAudit,
    tag,
    summary: "List security-relevant acts, newest first",
    description: "For managers. Nothing ever changes or removes an entry.",
    plural: "entries",
    record: AuditEntry,
  }),
];
