import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { decideApproval } from "../../server/domain/approvals/decide.ts";
import { findApproval } from "../../server/domain/approvals/find.ts";
import { withdrawApproval } from "../../server/domain/approvals/withdraw.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { listInbox } from "../../server/domain/inbox/list.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { acts } from "../support/task_undo.ts";
import { createWorld } from "../support/world.ts";

Deno.test("undoing a withdrawal reopens the request and notifies the approver, but decisions can't be undone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi } = cast;
    const { run, read, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const approverId = ada.member.profile.id;
    const asked = await run(chidi, createApproval, { taskId, approverId, body: "Order hinges." });
    const inbox = async () => parseJson((await run(ada, listInbox, {})).records).length;
    assert.equal(await inbox(), 1);
    await run(bao, withdrawApproval, { approvalId: asked.id });
    assert.equal(await inbox(), 0);
    const { version } = await read(ada, taskId);
    await undo(bao, await newest(bao, taskId));
    assert.equal(await inbox(), 1);
    const { approvals, activity, ...task } = await read(ada, taskId);
    const { json } = await run(ada, findApproval, { approvalId: asked.id });
    const { state, closedAt } = parseJson(json);
    assert.deepEqual([approvals.length, state, closedAt], [1, "open", null]);
    assert.equal(activity.at(-1)!.kind, "task.approval_reopened");
    assert.ok(task.version > version, "the task's ETag changes with its requests");
    await run(ada, decideApproval, { approvalId: asked.id, decision: "approved" });
    const decided = await newest(ada, taskId);
    await refused(undo(ada, decided), { status: 409, code: "not_undoable" });
  }));

Deno.test("undoing a withdrawal doesn't reopen a request if there is a newer one", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, newest, undo } = acts(cast);
    const { id: taskId } = await cast.task(ada);
    const asks = { taskId, approverId: ada.member.profile.id, body: "Order hinges." };
    await run(chidi, createApproval, asks);
    await undo(chidi, await newest(chidi, taskId));
    const withdrawn = await newest(chidi, taskId);
    await run(chidi, createApproval, asks);
    const error = await refused(undo(chidi, withdrawn), { status: 409, code: "changed_since" });
    assert.match(error.message, /You have already requested approval from Ada /);
  }));
