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

/** Asks somebody to approve something on a task. */
export const askApproval = action({
  path: approvalsPagePath,
  closes: ["add"],
  form: { approverId: text, body: text },
  does: async (asked, { perform, params: { taskId } }) =>
    parseJson((await perform(createApproval, { taskId, ...asked })).json),
  says: ({ approver }, _form, at) => done(`${approver.name} is asked to approve it.`, at),
  home: common.home,
});

/** Approves or declines what one was asked to; the form's two buttons say which. */
export const decide = action({
  ...common,
  path: approvalPagePath,
  button: "decision",
  // What one was asked is done with in one's inbox, too
  changes: "page and sidebar",
  form: { decision: text, comment: filled },
  does: async (form, { perform, params: { approvalId } }) =>
    parseJson((await perform(decideApproval, { approvalId, ...form })).json),
  says: ({ state, requester }) => ({
    text: `You ${state === "approved" ? "approved" : "declined"} it: ${requester.name} is told.`,
  }),
});

/** Undoes what one asked. */
export const withdraw = action({
  ...common,
  path: approvalPagePath,
  button: "act=withdraw",
  form: {},
  does: async (_form, { perform, params: { approvalId } }) =>
    parseJson((await perform(withdrawApproval, { approvalId })).json),
  says: ({ approver }, _form, at) => done(`${approver.name} is no longer asked.`, at),
});
