import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createWorkspace } from "../../server/domain/workspaces/create.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { withApp } from "../support/app.ts";
import { stranger, visit } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";

Deno.test("an email's links lead to their records from another workspace, and after signing in", () =>
  withApp({}, async (app, cast) => {
    const { world, ada, chidi, frode } = cast;
    const { services, clock, mailer } = world;
    const { id } = await cast.task(ada, { title: "Mend the gate" });
    const said = { taskId: id, body: "Look, @ada-lovelace" };
    await perform(services, chidi.member, createComment, said);
    clock.advance({ minutes: 3 });
    await deliverMail(services, assert.fail);
    const mail = mailer.sent.at(-1)!;
    assert.deepEqual([mail.leads!.name, mail.leads!.href], ["Open ENG-1", mail.items![0]!.href]);
    const paths = [mail.leads!.href, mail.foot!.links[0]!.href].map((url) => {
      assert.ok(url.startsWith(testOrigin));
      return url.slice(testOrigin.length);
    });
    const [link, inbox] = paths as [string, string];
    const task = `/workspace/tasks/${id}`;

    const reader = await visit(app, ada.email);
    const straight = await reader.get(link);
    assert.deepEqual([straight.status, straight.headers.get("location")], [303, task]);
    const other = { name: "Bakery", teamName: "Engines", teamKey: "ENG" };
    const { workspace } = await perform(services, ada.member, createWorkspace, other);
    await reader.post("/workspace/switch", { workspaceId: workspace.id });

    // To look changes nothing
    for (const path of paths) {
      const asked = await reader.get(path);
      assert.equal(asked.status, 200);
      assert.match(asked.html, /<h1>This page is in <bdi>Acme<\/bdi><\/h1>/);
      assert.doesNotMatch(asked.html, /Mend the gate/);
    }
    assert.match((await reader.get("/workspace/tasks")).html, /<title>[^<]*Bakery/);
    const { html } = await reader.get(link);
    const form = { workspaceId: hidden(html, "workspaceId"), next: hidden(html, "next") };
    assert.deepEqual(form, { workspaceId: ada.member.workspace.id, next: task });
    const elsewhere = { origin: "https://evil.example" };
    assert.equal((await reader.post("/workspace/switch", form, elsewhere)).status, 403);
    const there = await reader.post("/workspace/switch", form);
    assert.equal(there.headers.get("location"), task);
    assert.match((await reader.get(task)).html, /<title>[^<]*Mend the gate/);
    assert.equal((await reader.get(inbox)).headers.get("location"), "/workspace/inbox");
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "/auth"]) {
      const led = await reader.post("/workspace/switch", { ...form, next });
      assert.equal(led.headers.get("location"), "/workspace/tasks");
    }

    // To whoever isn't there it says nothing of that workspace
    const foreign = await (await visit(app, frode.email)).get(link);
    assert.equal(foreign.status, 404);
    assert.match(foreign.html, /a workspace that frode@example\.com isn&#39;t a member of/);
    assert.doesNotMatch(foreign.html, /Acme|Mend the gate/);

    // Signed out, it is kept over signing in
    const out = stranger(app);
    const asked = await out.get(link);
    assert.equal(asked.status, 303);
    const address = asked.headers.get("location")!;
    const next = new URL(address, testOrigin).searchParams.get("next")!;
    assert.equal(next, link);
    clock.advance({ minutes: 2 });
    const sent = await out.post("/auth/signin", { email: ada.email, next });
    const kept = new URL(sent.headers.get("location")!, testOrigin).searchParams.get("next")!;
    const code = mailer.codeFor(ada.email);
    const given = { email: ada.email, purpose: "signin", code, next: kept };
    assert.equal((await out.post("/auth/verify", given)).headers.get("location"), link);
  }));
