import { taskPath } from "../../../views/paths.ts";
import { approvalPagePath, approvalsPagePath } from "../../../views/task_paths.ts";
import { createApproval } from "../../domain/approvals/create.ts";
import { decideApproval } from "../../domain/approvals/decide.ts";
import { withdrawApproval } from "../../domain/approvals/withdraw.ts";
import { parseJson } from "../../domain/core/json.ts";
import { action } from "../action.ts";
import { filled, text } from "../forms.ts";
import { done } from "./undo.ts";

const common = {
  home: ({ taskId }: { taskId: string }) => taskPath(taskId),
  of: ({ approvalId }: { approvalId: string }) => approvalId,
};

/** Requests approval on a task. */
export const askApproval = action({
  path: approvalsPagePath,
  closes: ["add"],
  form: { approverId: text, body: text },
  does: async (asked, { perform, params: { taskId } }) =>
    parseJson((await perform(createApproval, { taskId, ...asked })).json),
  says: ({ approver }, _form, at) => done(`Approval requested from ${approver.name}`, at),
  home: common.home,
});

/** Approves or declines a request, depending on the form's button. */
export const decide = action({
  ...common,
  path: approvalPagePath,
  button: "decision",
  // The request leaves the inbox too
  changes: "page and sidebar",
  form: { decision: text, comment: filled },
  does: async (form, { perform, params: { approvalId } }) =>
    parseJson((await perform(decideApproval, { approvalId, ...form })).json),
  says: ({ state, requester }) => ({
    text: `Request ${state}. ${requester.name} was notified.`,
  }),
});

/** Withdraws an approval request. */
export const withdraw = action({
  ...common,
  path: approvalPagePath,
  button: "act=withdraw",
  form: {},
  does: async (_form, { perform, params: { approvalId } }) =>
    parseJson((await perform(withdrawApproval, { approvalId })).json),
  says: ({ approver }, _form, at) => done(`Request to ${approver.name} withdrawn`, at),
});
