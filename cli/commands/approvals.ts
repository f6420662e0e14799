import type { Approval } from "../../server/domain/approvals/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { readInput } from "../prompt.ts";
import { inRows, listCommand } from "../reading.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { paragraphs } from "../task_views.ts";

const which = { approval: argument("Approval request ID, such as appr_…") };
const why = {
  comment: value("<text>", "Comment in Markdown; - reads standard input or opens $EDITOR"),
};
const states = ["open", "approved", "declined", "withdrawn"];

const pathOf = async (settings: Settings, id: string) =>
  `${await workspacePath(settings)}/approvals/${encodeURIComponent(id)}`;

const textOf = async (given: string) => given === "-" ? await readInput() : given;

/** Formats approval requests for a terminal. */
export const approvalRows = inRows(
  ["ID", "State", "Task", "Requester", "Approver", "Request"],
  ({ id, state, task, requester, approver, body }: Approval) => [
    ...[id, state, task.reference, requester.name, approver.name, body],
  ],
  "No matching approval requests",
);

function renderOne({ approval }: { approval: Approval }): string {
  const { id, state, task, requester, approver, body, comment } = approval;
  const asks =
    `${requester.name} requested approval from ${approver.name} on ${task.reference} ${task.title}`;
  const said = comment === null ? "" : `\n\n${approver.name}: ${comment}`;
  return paragraphs(`${asks}\n${id} · ${state}\n\n${body}${said}`);
}

/** Creates a command that decides an approval request. */
function deciding(name: string, summary: string, decision: "approved" | "declined") {
  return command({
    path: `approvals ${name}`,
    summary,
    args: which,
    options: why,
    async run({ args, options, globals }) {
      const comment = options.comment === undefined ? {} : {
        comment: await textOf(options.comment),
      };
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, args.approval);
      const body = { decision, ...comment };
      const answer = await ask<{ approval: Approval }>(settings, { method: "PATCH", path, body });
      await print(globals, answer, renderOne);
    },
  });
}

export const commands = [
  listCommand({
    path: "approvals list",
    summary: "List approval requests",
    at: "approvals",
    options: {
      mine: flag("Only requests for your approval"),
      state: value("<state>", "Filter by state: open, approved, declined, or withdrawn", states),
    },
    plural: "approvals",
    format: approvalRows,
  }),
  command({
    path: "approvals show",
    summary: "Show an approval request",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, args.approval);
      await print(
        globals,
        await ask<{ approval: Approval }>(settings, { method: "GET", path }),
        renderOne,
      );
    },
  }),
  command({
    path: "approvals ask",
    summary: "Request approval from a person on a task",
    args: {
      task: argument("Task, by ID or reference, such as ENG-123"),
      approver: argument("Approver, by username, name, or profile ID"),
      body: argument(
        "Text of the approval request, in Markdown; - reads standard input or opens $EDITOR",
      ),
    },
    async run({ args, globals }) {
      const body = { approverId: args.approver, body: await textOf(args.body) };
      const settings = resolveSettings(globals);
      const task = encodeURIComponent(args.task);
      const path = `${await workspacePath(settings)}/tasks/${task}/approvals`;
      const answer = await ask<{ approval: Approval }>(settings, { method: "POST", path, body });
      await print(globals, answer, renderOne);
    },
  }),
  deciding("approve", "Approve a request", "approved"),
  deciding("decline", "Decline a request", "declined"),
  command({
    path: "approvals withdraw",
    summary: "Withdraw an approval request",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, args.approval);
      const answer = await ask<{ approval: Approval }>(settings, { method: "DELETE", path });
      await print(globals, answer, renderOne);
    },
  }),
];
