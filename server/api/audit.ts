import { listAudit } from "../domain/audit/list.ts";
import { AuditEntry } from "../domain/audit/schema.ts";
import { collection } from "./endpoint.ts";

export const auditEndpoints = [
  collection({
    path: "/workspaces/{workspaceId}/audit",
    operation: listAudit,
    tag: "Workspace",
    summary: "List audit entries, newest first",
    description: "Requires the owner or admin role. Audit entries can't be changed or removed.",
    plural: "entries",
    record: AuditEntry,
  }),
];
