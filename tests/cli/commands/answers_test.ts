import assert from "node:assert/strict";
import { createApproval } from "../../../server/domain/approvals/create.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { createInvitation } from "../../../server/domain/invitations/create.ts";
import { type TestApp, withApp } from "../../support/app.ts";
import type { Cast } from "../../support/cast.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type Line, linesWithoutStart, runLine } from "../support/lines.ts";

type Typed = { stdin?: string; code?: number };

/** Runs a command as Chidi, and returns its result. */
async function asChidi(
  line: Line,
  app: TestApp,
  cast: Cast,
  // deno-lint-ignore no-explicit-any -- read out of JSON
  walk: (run: (args: string[], typed?: Typed) => Promise<any>) => Promise<void>,
) {
  await using home = await temporaryFolder();
  const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
  await using server = Deno.serve(heard, (asked) => app.app.fetch(asked));
  const env = {
    BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
    BACKLOG_TOKEN: cast.chidi.tokens.accessToken,
    BACKLOG_WORKSPACE: cast.workspaceId,
  };
  await walk(async (args, { stdin = "", code = 0 } = {}) => {
    const outcome = await runLine(line, home.path, args, { env, stdin });
    assert.equal(outcome.code, code, `${line.name} ${args}: ${outcome.stderr}`);
    return code === 0 ? JSON.parse(outcome.stdout) : outcome.stderr;
  });
}

Deno.test("both command lines can request approval and answer approval requests", async () => {
  for (const line of linesWithoutStart) {
    await withApp({}, (app, cast) =>
      asChidi(line, app, cast, async (run) => {
        const { ada, chidi, world } = cast;
        const { id: taskId } = await cast.task(ada, { title: "Mend the gate" });
        const adaId = ada.member.profile.id;
        const { approval } = await run(["approvals", "ask", "ENG-1", adaId, "May I?"]);
        assert.deepEqual([approval.state, approval.body, approval.approver.id], [
          ...["open", "May I?", adaId],
        ]);
        assert.deepEqual((await run(["approvals", "show", approval.id])).approval, approval);
        const withdrawn = await run(["approvals", "withdraw", approval.id]);
        assert.equal(withdrawn.approval.state, "withdrawn");
        const asked = ["approvals", "ask", "ENG-1", adaId, "-"];
        assert.equal((await run(asked, { stdin: "And\nnow?\n" })).approval.body, "And\nnow?");

        const wanted = { taskId, approverId: chidi.member.profile.id, body: "Cut the lock?" };
        const ask = () => perform(world.services, ada.member, createApproval, wanted);
        const { id } = await ask();
        const listed = async (...flags: string[]) =>
          (await run(["approvals", "list", ...flags])).approvals.map((one: { id: string }) =>
            one.id
          );
        assert.deepEqual(await listed("--mine"), [id]);
        assert.equal((await listed("--state", "open")).length, 2);
        assert.equal((await listed()).length, 3);
        assert.equal((await listed("--limit", "1")).length, 1);
        assert.match(await run(["approvals", "list", "--state", "lost"], { code: 2 }), /open/);
        const go = await run(["approvals", "approve", id, "--comment", "Go ahead."]);
        assert.deepEqual([go.approval.state, go.approval.comment], ["approved", "Go ahead."]);
        assert.match(await run(["approvals", "decline", id], { code: 1 }), /approved this/);
        const no = ["approvals", "decline", (await ask()).id, "--comment", "-"];
        const { approval: declined } = await run(no, { stdin: "Not\nyet.\n\n" });
        assert.deepEqual([declined.state, declined.comment], ["declined", "Not\nyet."]);
        assert.deepEqual(await listed("--mine", "--state", "open"), []);
      }));
  }
});

Deno.test("both command lines can accept and decline an invitation", async () => {
  for (const line of linesWithoutStart) {
    await withApp({}, (app, cast) =>
      asChidi(line, app, cast, async (run) => {
        const { chidi, frode, world } = cast;
        const invite = () =>
          perform(world.services, frode.member, createInvitation, { email: chidi.email });
        const waiting = async () => (await run(["invitations", "list"])).invitations;
        assert.deepEqual(await waiting(), []);
        const answers: Record<string, unknown[]> = {
          decline: [true, undefined],
          accept: [undefined, "Elsewhere"],
        };
        for (const answer of Object.keys(answers)) {
          await invite();
          world.clock.advance({ minutes: 2 });
          const [{ id, workspace }] = await waiting();
          assert.equal(workspace.name, "Elsewhere");
          const { declined, workspace: joined } = await run(["invitations", answer, id]);
          assert.deepEqual([declined, joined?.name], answers[answer]);
          assert.deepEqual(await waiting(), []);
        }
        assert.equal((await run(["workspaces"])).workspaces.length, 2);
        assert.match(
          await run(["invitations", "accept", "inv_1"], { code: 1 }),
          /Invitation inv_1 not found/,
        );
      }));
  }
});
