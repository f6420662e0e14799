import { z } from "zod";
import { createApproval } from "../domain/approvals/create.ts";
import { decideApproval } from "../domain/approvals/decide.ts";
import { findApproval } from "../domain/approvals/find.ts";
import { listApprovals, listTaskApprovals } from "../domain/approvals/list.ts";
import type { VersionedApproval } from "../domain/approvals/record.ts";
import { Approval } from "../domain/approvals/schema.ts";
import { withdrawApproval } from "../domain/approvals/withdraw.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Approvals";
const ofTask = "/workspaces/{workspaceId}/tasks/{taskId}/approvals";
const path = "/workspaces/{workspaceId}/approvals";

const oneApproval = {
  tag,
  response: z.strictObject({ approval: Approval }),
  answer: (found: VersionedApproval) => `{"approval":${found.json}}`,
  version: (found: VersionedApproval) => found.version,
};

/** Approval requests to people before a program does something that can't be undone. */
export const approvalsEndpoints = [
  collection({
    path: ofTask,
    operation: listTaskApprovals,
    tag,
    summary: "List a task's approval requests, newest first",
    plural: "approvals",
    record: Approval,
  }),
  endpoint({
    ...oneApproval,
    method: "POST",
    path: ofTask,
    operation: createApproval,
    summary: "Request approval on a task",
    status: 201,
    example: {
      approverId: "prof_01jd6z8k5qe6xa3vr5b7w0m2nc",
      body: "Can I publish the 1.4 release notes?",
    },
  }),
  collection({
    path,
    operation: listApprovals,
    tag,
    summary: "List approval requests",
    plural: "approvals",
    record: Approval,
  }),
  endpoint({
    ...oneApproval,
    method: "GET",
    path: `${path}/{approvalId}`,
    operation: findApproval,
    summary: "Get an approval request",
    status: 200,
  }),
  endpoint({
    ...oneApproval,
    method: "PATCH",
    path: `${path}/{approvalId}`,
    operation: decideApproval,
    summary: "Approve or decline an approval request",
    status: 200,
    guarded: true,
    example: { decision: "approved", comment: "Go ahead." },
  }),
  endpoint({
    ...oneApproval,
    method: "DELETE",
    path: `${path}/{approvalId}`,
    operation: withdrawApproval,
    summary: "Withdraw an approval request",
    status: 200,
    guarded: true,
  }),
];
