import assert from "node:assert/strict";
import { createAgent } from "../../server/domain/agents/create.ts";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { decideApproval } from "../../server/domain/approvals/decide.ts";
import { findApproval } from "../../server/domain/approvals/find.ts";
import { listApprovals, listTaskApprovals } from "../../server/domain/approvals/list.ts";
import type { VersionedApproval } from "../../server/domain/approvals/record.ts";
import type { Approval } from "../../server/domain/approvals/schema.ts";
import { withdrawApproval } from "../../server/domain/approvals/withdraw.ts";
import { createAutomation } from "../../server/domain/automations/create.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import type { ListPage } from "../../server/domain/core/page.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { archiveTask, restoreTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveTeam, restoreTeam } from "../../server/domain/teams/archive.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { refused } from "../support/refusal.ts";
import { memberOf } from "../support/sign_in.ts";
import { createWorld } from "../support/world.ts";

/** Runs an operation as somebody. */
// deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
function run<O>({ world }: Cast, by: Person, operation: Operation<any, any, O>, input: unknown) {
  return perform(world.services, by.member, operation, input);
}

const body = "May I cut the *old* lock?";

/** Chidi, a member, asks Esra, who comments, on ENG-1; whom they ask may be said. */
async function ask(cast: Cast, of = cast.esra, by = cast.chidi): Promise<Approval> {
  const input = { taskId: "ENG-1", approverId: of.member.profile.id, body };
  return parseJson((await run(cast, by, createApproval, input)).json);
}

const decide = (cast: Cast, by: Person, approvalId: string, more: Record<string, unknown> = {}) =>
  run(cast, by, decideApproval, { approvalId, decision: "approved", ...more });

const record = async (found: Promise<VersionedApproval>) => parseJson((await found).json);

const idsOf = async (page: Promise<ListPage<Approval>>) =>
  parseJson((await page).records).map(({ id }) => id);

const withTask = (test: (cast: Cast) => Promise<void>) =>
  withCast(createWorld(), (cast) => cast.task(cast.ada).then(() => test(cast)));

/** The same person with what they may see now. */
async function again({ world, workspaceId }: Cast, person: Person): Promise<Person> {
  const member = await memberOf(world.services, person.tokens.accessToken, workspaceId);
  return { ...person, member };
}

Deno.test("an approver is notified and decides, and then the requester is notified", () =>
  withTask(async (cast) => {
    const { chidi, esra } = cast;
    const { id, ...asked } = await ask(cast);
    assert.match(id, /^appr_/);
    assert.deepEqual(
      [asked.state, asked.body, asked.task.reference, asked.requester.name, asked.approver.name],
      ["open", body, "ENG-1", "Chidi Eze", "Esra Yılmaz"],
    );
    assert.deepEqual([asked.answerable, asked.comment, asked.closedAt], [true, null, null]);
    const [entry] = await inboxOf(cast, esra);
    assert.deepEqual([entry?.kind, entry?.subject.kind, entry?.subject.title, entry?.actor?.name], [
      "approval",
      "approval",
      "Mend the gate",
      "Chidi Eze",
    ]);
    assert.deepEqual(entry?.approval, { id, state: "open", excerpt: body, comment: null });
    cast.world.clock.advance({ minutes: 5 });
    const decided = await record(decide(cast, esra, id, { comment: "Go ahead." }));
    assert.deepEqual(
      [decided.state, decided.answerable, decided.comment, decided.closedAt, decided.version],
      ["approved", false, "Go ahead.", "2026-03-12T10:05:00.000Z", 2],
    );
    assert.deepEqual(await heard(cast, esra), [], "there is nothing left to do");
    const [answer] = await inboxOf(cast, chidi);
    assert.deepEqual([answer?.kind, answer?.data, answer?.actor?.name], [
      "approval",
      { to: "approved" },
      "Esra Yılmaz",
    ]);
    assert.deepEqual(answer?.approval, {
      id,
      state: "approved",
      excerpt: body,
      comment: "Go ahead.",
    });
  }));

Deno.test("a task's record contains its pending approvals, and a decision gives it a new version", () =>
  withTask(async (cast) => {
    const read = async () =>
      parseJson((await run(cast, cast.chidi, findTask, { taskId: "ENG-1" })).json);
    const first = await ask(cast);
    cast.world.clock.advance({ seconds: 1 });
    const second = await ask(cast, cast.ada);
    const waiting = await read();
    assert.deepEqual(
      waiting.approvals,
      [first, second].map(({ id, body, requester, approver, createdAt }) => ({
        id,
        body,
        requester,
        approver,
        createdAt,
      })),
    );
    await decide(cast, cast.esra, first.id);
    const decided = await read();
    assert.deepEqual(decided.approvals.map(({ id }) => id), [second.id]);
    assert.equal(decided.version, waiting.version + 1);
  }));

Deno.test("a decision appears in the task's activity and changes nothing else in the task", () =>
  withTask(async (cast) => {
    const before = parseJson((await run(cast, cast.ada, findTask, { taskId: "ENG-1" })).json);
    const first = await ask(cast);
    await decide(cast, cast.esra, first.id, { decision: "declined" });
    const second = await ask(cast);
    await run(cast, cast.chidi, withdrawApproval, { approvalId: second.id });
    const after = parseJson((await run(cast, cast.ada, findTask, { taskId: "ENG-1" })).json);
    const esra = { id: cast.esra.member.profile.id, name: "Esra Yılmaz" };
    const chidi = { id: cast.chidi.member.profile.id, name: "Chidi Eze" };
    assert.deepEqual(after.activity.slice(1).map(({ kind, data }) => [kind, data]), [
      ["task.approval_requested", { to: { id: first.id, approver: esra } }],
      ["task.declined", { to: { id: first.id, requester: chidi } }],
      ["task.approval_requested", { to: { id: second.id, approver: esra } }],
      ["task.approval_withdrawn", { from: { id: second.id, requester: chidi, approver: esra } }],
    ]);
    assert.equal(after.version, before.version + 4);
    const rest = { version: 0, activity: [] };
    assert.deepEqual({ ...after, ...rest }, { ...before, ...rest });
  }));

Deno.test("a task can have one open request per requester and approver, and the error for a second one names it", () =>
  withTask(async (cast) => {
    const { id } = await ask(cast);
    const error = await refused(ask(cast), { status: 409, code: "approval_open" });
    assert.match(error.message, new RegExp(id));
    await ask(cast, cast.ada);
    await ask(cast, cast.esra, cast.ada);
    await decide(cast, cast.esra, id);
    await ask(cast);
  }));

Deno.test("the approver must be another person who can see the task", () =>
  withTask(async (cast) => {
    const { ada, dina, chidi, frode, teams } = cast;
    await cast.task(dina, { teamId: teams.ppl });
    const asking = (by: Person, taskId: string, approverId: string) =>
      run(cast, by, createApproval, { taskId, approverId, body });
    const wrong = { status: 422, fields: ["approverId"] };
    for (const own of ["me", "chidi", chidi.member.profile.id]) {
      await refused(asking(chidi, "ENG-1", own), { ...wrong, code: "own_approver" });
    }
    for (const id of ["nobody", "frode", "prof_1", frode.member.profile.id]) {
      const { code, hint } = await refused(asking(chidi, "ENG-1", id), wrong);
      assert.equal(`${code}: ${hint}`, "unknown_approver: List the members to find their IDs.");
    }
    await refused(asking(dina, "PPL-1", chidi.member.profile.id), wrong);
    await asking(dina, "PPL-1", ada.member.profile.id);
    const automation = await run(cast, ada, createAutomation, { name: "Release bot" });
    const named = { automationId: automation.id, name: "Scribe" };
    const agent = await run(cast, ada, createAgent, named);
    for (const program of [parseJson(automation.json), parseJson(agent.json)]) {
      await refused(asking(chidi, "ENG-1", program.profileId), wrong);
    }
    await run(cast, ada, removeMember, { profileId: cast.esra.member.profile.id });
    await refused(asking(chidi, "ENG-1", cast.esra.member.profile.id), wrong);
    await refused(asking(dina, "ENG-1", ada.member.profile.id), { status: 403 });
    await refused(asking(chidi, "PPL-1", ada.member.profile.id), { status: 404 });
  }));

Deno.test("only the approver can decide a request, and only once", () =>
  withTask(async (cast) => {
    const { ada, chidi, esra } = cast;
    const { id } = await ask(cast);
    for (const by of [ada, chidi]) {
      await refused(decide(cast, by, id), { status: 403, code: "not_approver" });
    }
    await refused(decide(cast, cast.frode, id), { status: 404 });
    await refused(decide(cast, esra, id, { version: 2 }), { status: 412 });
    await decide(cast, esra, id, { version: 1 });
    const decided = { status: 409, code: "approval_decided" };
    for (const decision of ["approved", "declined"]) {
      const error = await refused(decide(cast, esra, id, { decision }), decided);
      assert.match(error.message, /^Esra Yılmaz approved this request at 2026-03-12T10:00:00.000Z/);
    }
    await refused(run(cast, chidi, withdrawApproval, { approvalId: id }), decided);
    assert.equal(
      (await record(run(cast, ada, findApproval, { approvalId: id }))).state,
      "approved",
    );
  }));

Deno.test("the requester or a manager can withdraw an open request, which leaves the approver's inbox", () =>
  withTask(async (cast) => {
    const { ada, chidi, esra } = cast;
    for (const by of [chidi, ada]) {
      const { id: approvalId } = await ask(cast);
      await refused(run(cast, esra, withdrawApproval, { approvalId }), {
        status: 403,
        code: "not_requester",
      });
      const gone = await record(run(cast, by, withdrawApproval, { approvalId }));
      assert.equal(gone.state, "withdrawn");
      assert.deepEqual(await heard(cast, esra), []);
      const kept = await inboxOf(cast, esra, { archived: "true" });
      assert.ok(kept.length > 0 && kept.every(({ readAt }) => readAt), "it waits to be read");
      await refused(decide(cast, esra, approvalId), { status: 409, code: "approval_withdrawn" });
    }
  }));

Deno.test("approval requests are listed for their approver by state, newest first", () =>
  withTask(async (cast) => {
    const { ada, chidi, esra } = cast;
    const asked: string[] = [];
    for (const [of, by] of [[esra, chidi], [ada, chidi], [esra, ada]] as const) {
      cast.world.clock.advance({ seconds: 1 });
      asked.push((await ask(cast, of, by)).id);
    }
    const [first, second, third] = asked as [string, string, string];
    await decide(cast, esra, first);
    const list = (by: Person, query: Record<string, string>) =>
      idsOf(run(cast, by, listApprovals, query));
    assert.deepEqual(await list(esra, {}), [third, second, first]);
    assert.deepEqual(await list(esra, { mine: "true" }), [third, first]);
    assert.deepEqual(await list(esra, { mine: "true", state: "open" }), [third]);
    assert.deepEqual(await list(ada, { state: "open" }), [third, second]);
    assert.deepEqual(await list(ada, { state: "approved", mine: "false" }), [first]);
    const ofTask = run(cast, ada, listTaskApprovals, { taskId: "ENG-1" });
    assert.deepEqual(await idsOf(ofTask), [third, second, first]);
  }));

Deno.test("approvals can't be requested, decided, or withdrawn on an archived task or team", () =>
  withTask(async (cast) => {
    const { ada, chidi, esra } = cast;
    const { id } = await ask(cast);
    const stays = async (code: string) => {
      await refused(ask(cast, ada), { status: 409, code });
      await refused(decide(cast, esra, id), { status: 409, code });
      await refused(run(cast, chidi, withdrawApproval, { approvalId: id }), { status: 409, code });
    };
    await run(cast, ada, archiveTeam, { teamId: "ENG", force: true });
    await stays("team_archived");
    await run(cast, ada, restoreTeam, { teamId: "ENG" });
    await run(cast, ada, archiveTask, { taskId: "ENG-1" });
    await stays("task_archived");
    const waiting = await record(run(cast, esra, findApproval, { approvalId: id }));
    assert.deepEqual([waiting.state, waiting.answerable], ["open", false]);
    assert.deepEqual(await idsOf(run(cast, esra, listApprovals, { mine: "true" })), []);
    await run(cast, ada, restoreTask, { taskId: "ENG-1" });
    await decide(cast, esra, id);
  }));

Deno.test("an approver who left can't decide, and the request stays open until it is withdrawn", () =>
  withTask(async (cast) => {
    const { ada, chidi, esra } = cast;
    const { id: approvalId } = await ask(cast);
    await run(cast, ada, removeMember, { profileId: esra.member.profile.id });
    const left = await record(run(cast, chidi, findApproval, { approvalId }));
    assert.deepEqual([left.state, left.answerable], ["open", false]);
    await run(cast, chidi, withdrawApproval, { approvalId });
  }));

Deno.test("an approver who can no longer see the task can't see the request either", () =>
  withTask(async (cast) => {
    const { ada, chidi, teams } = cast;
    const { id: approvalId } = await ask(cast, cast.dina);
    await run(cast, ada, updateTeam, { teamId: teams.eng, patch: { private: true } });
    const dina = await again(cast, cast.dina);
    await refused(decide(cast, dina, approvalId), { status: 404 });
    await refused(run(cast, dina, findApproval, { approvalId }), { status: 404 });
    assert.deepEqual(await heard(cast, dina), []);
    assert.deepEqual(await idsOf(run(cast, dina, listApprovals, { mine: "true" })), []);
    const hidden = await record(run(cast, chidi, findApproval, { approvalId }));
    assert.deepEqual([hidden.state, hidden.answerable], ["open", false]);
    await run(cast, ada, updateTeam, { teamId: teams.eng, patch: { private: false } });
    await decide(cast, await again(cast, cast.dina), approvalId);
  }));

Deno.test("a requester who left isn't notified, and the request can still be decided", () =>
  withTask(async (cast) => {
    const { id } = await ask(cast);
    await run(cast, cast.ada, removeMember, { profileId: cast.chidi.member.profile.id });
    assert.equal((await record(decide(cast, cast.esra, id))).state, "approved");
    assert.deepEqual(await heard(cast, cast.chidi), []);
  }));

Deno.test("approval of an unpublished draft can be requested", () =>
  withCast(createWorld(), async (cast) => {
    await cast.task(cast.chidi, { draft: true });
    await ask(cast);
    assert.deepEqual(await heard(cast, cast.esra), ["approval"]);
  }));
