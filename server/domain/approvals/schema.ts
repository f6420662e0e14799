import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { prose, queryFlag } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { seenVersion } from "../core/versioned.ts";
import { ProfileRef, TaskRef } from "../refs/schema.ts";
import { approvalStates } from "../vocabulary.ts";

/** A request for a person's approval on a task. */
export const Approval = z.strictObject({
  id: z.string(),
  state: z.enum(approvalStates),
  /** The request, in Markdown. */
  body: z.string(),
  task: TaskRef,
  requester: ProfileRef,
  approver: ProfileRef,
  /** Whether the request can be decided now: it is open, its task isn't archived, and the approver can see the task. */
  answerable: z.boolean(),
  /** The approver's comment, in Markdown. */
  comment: z.string().nullable(),
  version: z.int(),
  createdAt: responseFields.time,
  /** The time of the decision or withdrawal. */
  closedAt: responseFields.time.nullable(),
});
export type Approval = z.output<typeof Approval>;

/** Markdown, 1 to 20,000 characters, as in a comment. */
const words = prose(20_000);

/** `POST …/tasks/{taskId}/approvals`. */
export const ApprovalCreate = z.strictObject({
  taskId: keys.task,
  approverId: keys.profile.describe(
    "Approver, by profile ID, username, or name. Must be someone other than you.",
  ),
  body: words.pipe(z.string("Describe what needs approval."))
    .describe("Text of the request, in Markdown. 1 to 20,000 characters."),
});

/** `PATCH …/approvals/{approvalId}`. */
export const ApprovalDecision = z.strictObject({
  approvalId: keys.approval,
  version: seenVersion,
  decision: z.enum(["approved", "declined"], "Use approved or declined.")
    .describe("The approver's decision."),
  comment: words.nullish().describe("Reason in Markdown, at most 20,000 characters, or `null`."),
});

/** `DELETE …/approvals/{approvalId}`. */
export const ApprovalKey = z.strictObject({
  approvalId: keys.approval,
  version: seenVersion,
});

/** `GET …/tasks/{taskId}/approvals`. */
export const TaskApprovalList = z.strictObject({ taskId: keys.task, ...pageFields });

/** `GET …/approvals`. */
export const ApprovalList = z.strictObject({
  state: z.enum(approvalStates, `Use ${approvalStates.join(", ")}.`).optional()
    .describe("Filter by request state."),
  mine: queryFlag.optional().describe("Whether to list only requests where you are the approver."),
  ...pageFields,
});
