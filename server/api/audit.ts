import { listAudit } from "../domain/audit/list.ts";
import { AuditEntry } from "../domain/audit/schema.ts";
import { collection } from "./endpoint.ts";

export const auditEndpoints = [
  collection({
    path: "/workspaces/{workspaceId}/audit",
    operation: listAudit,
    tag: "Workspace",
    summary: "List security-relevant acts, newest first",
    description: "For managers. Nothing ever changes or removes an entry.",
    plural: "entries",
    record: AuditEntry,
  }),
];
