import { z } from "zod";
import { key, pageFields, prose, queryFlag } from "../fields.ts";
import { ProfileRef, TaskRef } from "../tasks/schema.ts";

/** Where a request for approval can stand. */
export const approvalStates = ["open", "approved", "declined", "withdrawn"] as const;

/** Somebody's request that a person approve something on a task. */
export const Approval = z.strictObject({
  id: z.string(),
  state: z.enum(approvalStates),
  /** What is to be approved, in Markdown. */
  body: z.string(),
  task: TaskRef,
  asker: ProfileRef,
  approver: ProfileRef,
  /** Whether it can be decided now: it is open, its task isn't archived, and the approver can see the task. */
  answerable: z.boolean(),
  /** What the approver said to their decision, in Markdown. */
  comment: z.string().nullable(),
  version: z.int(),
  createdAt: z.string(),
  /** When it was decided or withdrawn. */
  closedAt: z.string().nullable(),
});
export type Approval = z.output<typeof Approval>;

/** Markdown, 1 to 20,000 characters, as a comment has. */
const words = prose(20_000);

/** `POST …/tasks/{taskId}/approvals`. */
export const ApprovalCreate = z.strictObject({
  taskId: key,
  /** A person's profile; not one's own. */
  approverId: key,
  body: words.pipe(z.string("Say what is to be approved.")),
});

/** `PATCH …/approvals/{approvalId}`. */
export const ApprovalDecision = z.strictObject({
  approvalId: key,
  version: z.int().optional(),
  decision: z.enum(["approved", "declined"], "Say approved or declined."),
  comment: words.nullish(),
});

/** `DELETE …/approvals/{approvalId}`. */
export const ApprovalKey = z.strictObject({ approvalId: key, version: z.int().optional() });

/** `GET …/tasks/{taskId}/approvals`. */
export const TaskApprovalList = z.strictObject({ taskId: key, ...pageFields });

/** `GET …/approvals`. */
export const ApprovalList = z.strictObject({
  state: z.enum(approvalStates, `Use ${approvalStates.join(", ")}.`).optional(),
  /** Only what oneself is asked to approve. */
  mine: queryFlag.optional(),
  ...pageFields,
});
