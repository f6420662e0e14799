import type { Approval } from "../../server/domain/approvals/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { readInput } from "../prompt.ts";
import { inRows, listCommand } from "../reading.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { paragraphs } from "../task_views.ts";

const which = { approval: argument("The request's id: appr_…") };
const why = {
  comment: value("<text>", "Why, in Markdown; - reads it from standard input or $EDITOR"),
};
const states = ["open", "approved", "declined", "withdrawn"];

const pathOf = async (settings: Settings, id: string) =>
  `${await workspacePath(settings)}/approvals/${encodeURIComponent(id)}`;

const textOf = async (given: string) => given === "-" ? await readInput() : given;

/** Requests for approval for a terminal. */
export const approvalRows = inRows(
  ["Id", "Is", "Task", "Who asks", "Whom", "What for"],
  ({ id, state, task, requester, approver, body }: Approval) => [
    ...[id, state, task.reference, requester.name, approver.name, body],
  ],
  "Nothing is asked for.",
);

function renderOne({ approval }: { approval: Approval }): string {
  const { id, state, task, requester, approver, body, comment } = approval;
  const asks = `${requester.name} asks ${approver.name} about ${task.reference} ${task.title}`;
  const said = comment === null ? "" : `\n\n${approver.name}: ${comment}`;
  return paragraphs(`${asks}\n${id} · ${state}\n\n${body}${said}`);
}

/** A command that decides a request that one was asked. */
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
    summary: "List requests for approval",
    at: "approvals",
    options: {
      mine: flag("Only what you are asked to approve"),
      state: value("<state>", "Only what is open, approved, declined or withdrawn", states),
    },
    plural: "approvals",
    tell: approvalRows,
  }),
  command({
    path: "approvals show",
    summary: "Show a request for approval",
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
    summary: "Ask a person to approve something on a task",
    args: {
      task: argument("The task's id or reference: ENG-123"),
      approver: argument("The person's username, name or profile id"),
      body: argument(
        "What is to be approved, in Markdown; - reads it from standard input or $EDITOR",
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
  deciding("approve", "Approve what you were asked to", "approved"),
  deciding("decline", "Decline what you were asked to approve", "declined"),
  command({
    path: "approvals withdraw",
    summary: "Withdraw a request for approval",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings, args.approval);
      const answer = await ask<{ approval: Approval }>(settings, { method: "DELETE", path });
      await print(globals, answer, renderOne);
    },
  }),
];
