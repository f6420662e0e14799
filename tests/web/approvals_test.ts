import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("an approval is requested, shown with each person's permissions, decided, and reported", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, bao } = cast;
    const { id, reference } = await cast.task(chidi);
    const page = `/workspace/tasks/${reference}`;
    const [requester, approver, manager] = [
      await visit(app, chidi.email),
      await visit(app, ada.email),
      await visit(app, bao.email),
    ];
    const form = await requester.get(`${page}?add=approval`);
    assert.match(form.html, new RegExp(`<option value="${ada.member.profile.id}"`));
    assert.doesNotMatch(form.html, new RegExp(`<option value="${chidi.member.profile.id}"`));
    const empty = await requester.post(`${page}/approvals`, {
      approverId: ada.member.profile.id,
      body: "",
    });
    assert.match(empty.html, /Describe what needs approval\./);
    const body = "Cut the **old** lock?";
    const ask = () =>
      requester.post(`${page}/approvals`, { approverId: ada.member.profile.id, body });
    assert.equal((await ask()).status, 303);
    const approvalPath = async () =>
      /action="([^"]+\/approvals\/appr_[^"]+)"/.exec((await approver.get(page)).html)![1]!;
    const offers = async (who: typeof requester) => {
      const { html } = await who.get(`/workspace/tasks/${id}`);
      assert.match(html, /Cut the <strong>old<\/strong> lock/);
      return [...html.matchAll(/value="(approved|declined|withdraw)"/g)].map(([, what]) => what);
    };
    assert.deepEqual(await offers(requester), ["withdraw"]);
    assert.deepEqual(await offers(approver), ["approved", "declined", "withdraw"]);
    assert.deepEqual(await offers(manager), ["withdraw"]);
    await requester.post(await approvalPath(), { act: "withdraw" });
    const asked =
      /requested approval from.*?<blockquote class="event-said">.*?<strong>old<\/strong>/gs;
    const told = async () => [...(await requester.get(page)).html.matchAll(asked)].length;
    assert.match((await requester.get(page)).html, /withdrew the approval request to/);
    assert.equal(await told(), 1);
    await ask();
    assert.equal(await told(), 1, "what is asked still stands above");
    const decided = await approver.part("POST", await approvalPath(), page, {
      decision: "approved",
      comment: "Do, but **keep** the key.",
    });
    assert.match(decided.html, /hx-target="#sidebar"/, "the count of the inbox");
    const { html } = await requester.get(page);
    assert.match(
      html,
      /approved <b>.*request.*<blockquote class="event-said">.*<strong>keep<\/strong> the key/s,
    );
    assert.doesNotMatch(html, /class="approval"/);
    assert.equal(await told(), 2);
  }));
