import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform, type Services } from "../../server/domain/core/operation.ts";
import { openDatabase } from "../../server/database/open.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { smtpMailer } from "../../server/mail/smtp.ts";
import { unsubscribeFor } from "../../views/paths.ts";
import { withApp } from "../support/app.ts";
import { assemble, type Cast, withCast } from "../support/cast.ts";
import { temporaryFolder } from "../support/folder.ts";
import { hostileLine } from "../support/hostile_text/texts.ts";
import { survivors } from "../support/hostile_text/survivors.ts";
import { heard } from "../support/inbox.ts";
import { freePort, headersOf, mailServer, partOf } from "../support/mail_server.ts";
import { createWorld } from "../support/world.ts";
import { visit } from "../support/visitor.ts";

const from = "Backlog <backlog@example.com>";

/** Services that mail by a server of the test's own. */
async function posting(services: Services, url: string, log: string[] = []): Promise<Services> {
  return { ...services, mailer: await smtpMailer(url, from, (line) => log.push(line)) };
}

const say = ({ world, chidi }: Cast, taskId: string, body: string) =>
  perform(world.services, chidi.member, createComment, { taskId, body });

Deno.test("a notification is emailed as text and HTML, with one-click unsubscribe", () =>
  withApp({}, async (app, cast) => {
    using server = mailServer();
    const { world, ada } = cast;
    const services = await posting(world.services, server.url);
    const deliver = async () => {
      world.clock.advance({ minutes: 3 });
      assert.equal(await deliverMail(services, assert.fail), true);
      return server.taken.splice(0);
    };
    const { id } = await cast.task(ada, { title: "Mend the <b>gate</b>" });
    await say(cast, id, "Could you look, @ada-lovelace?\n\nIt <i>creaks</i>.");
    const [mail, ...more] = await deliver();
    assert.deepEqual(more, []);
    const headers = headersOf(mail!);
    assert.equal(headers.get("to"), "ada@example.com");
    assert.equal(headers.get("auto-submitted"), "auto-generated");
    assert.match(headers.get("message-id") ?? "", /^<mail_\w+@example\.com>$/);
    const task =
      `https://backlog.example/workspace/tasks/${id}?workspace=${ada.member.workspace.id}`;
    const text = partOf(mail!, "text/plain");
    for (
      const part of [
        `ENG-1  Mend the <b>gate</b>\n${task}\n`,
        "Chidi Eze mentioned you in a comment\n\n",
        `${task}\n  > Could you look, @ada-lovelace? It <i>creaks</i>.\n`,
        "https://backlog.example/workspace/settings/preferences#notifications",
      ]
    ) assert.ok(text.includes(part), text);
    const html = partOf(mail!, "text/html");
    assert.doesNotMatch(html, /<i>creaks/);
    assert.match(
      html,
      new RegExp(
        `href="${task.replace("?", "\\?")}"[^>]*><bdi>Mend the &lt;b&gt;gate&lt;/b&gt;</bdi>`,
      ),
    );

    // RFC 8058: by a program, with neither a session nor a page of ours
    assert.equal(headers.get("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    const [, address] = /^<(https:[^>]+)>$/.exec(headers.get("list-unsubscribe") ?? "")!;
    const click = (to: string, body = "List-Unsubscribe=One-Click") =>
      app.app.request(to, {
        method: "POST",
        body,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
    const path = address!.slice("https://backlog.example".length);
    const forged = path.replace(/token=user_\w+/, `token=${cast.bao.member.userId}`);
    assert.equal((await click(path, "by=chance")).status, 400);
    assert.equal((await click(forged)).status, 404);
    assert.equal((await click(path.replace("&by=mail", ""))).status, 403);
    assert.equal((await app.app.request(path)).status, 200);
    await say(cast, id, "Another one, @ada-lovelace");
    assert.equal((await deliver()).length, 1);
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const clicked = new Request(`https://backlog.example${path}`, { method: "POST", body: form });
    assert.equal((await app.app.request(clicked)).status, 200);
    assert.equal((await click(path)).status, 200);
    await say(cast, id, "And another one, @ada-lovelace");
    assert.deepEqual(await deliver(), []);
    assert.deepEqual(await heard(cast, ada), ["mention"]);
    const visitor = await visit(app, ada.email);
    const preferences = (await visitor.get("/workspace/settings/preferences")).html;
    assert.doesNotMatch(preferences, /value="mail" selected/);
    assert.ok(app.lines.every(({ path }) => !path.includes("token")));
  }));

Deno.test("unsubscribing in one click limits how many tokens a network can try", () =>
  withApp({ signInLimit: 2 }, async ({ app }, { ada }) => {
    const path = unsubscribeFor(`${ada.member.userId}.forged`, { by: "mail" });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const statuses = [];
    for (let n = 0; n < 3; n++) {
      const body = "List-Unsubscribe=One-Click";
      statuses.push((await app.request(path, { method: "POST", body, headers })).status);
    }
    assert.deepEqual(statuses, [404, 404, 429]);
  }));

Deno.test("the unsubscribe page asks first, reveals no account, and can stop only one kind", () =>
  withApp({}, async (app, cast) => {
    using server = mailServer();
    const { world, ada } = cast;
    const services = await posting(world.services, server.url);
    const { id } = await cast.task(ada);
    await say(cast, id, "Look, @ada-lovelace");
    world.clock.advance({ minutes: 3 });
    await deliverMail(services, assert.fail);
    const [path] = /\/unsubscribe\?token=[\w.%-]+(?=\n|$)/.exec(
      partOf(server.taken[0]!, "text/plain"),
    )!;
    const token = new URL(path, "https://backlog.example").searchParams.get("token")!;
    const stranger = (init?: RequestInit) =>
      app.app.request(init ? "/unsubscribe" : path, {
        ...init,
        headers: {
          origin: "https://backlog.example",
          "content-type": "application/x-www-form-urlencoded",
        },
      });
    const page = await (await stranger()).text();
    assert.doesNotMatch(page, /ada@|Ada|Acme/);
    const send = (form: Record<string, string>) =>
      stranger({ method: "POST", body: String(new URLSearchParams(form)) });
    const wrong = await send({ token: token.slice(0, -1), kind: "mention" });
    assert.deepEqual([wrong.status, (await wrong.text()).includes("unsubscribe link is invalid")], [
      404,
      true,
    ]);
    const stopped = await send({ token, kind: "mention" });
    assert.deepEqual([stopped.status, stopped.headers.get("location")], [
      303,
      "/unsubscribe?done=1",
    ]);
    const chosen = async () =>
      (await world.database.read.selectFrom("users").select("notifications")
        .where("email", "=", ada.email).executeTakeFirstOrThrow()).notifications;
    assert.equal(await chosen(), '{"mention":"inbox"}');
    await perform(world.services, ada.member, updatePreferences, {
      notifications: { assignment: "off" },
    });
    assert.equal((await send({ token })).status, 303);
    assert.match(await chosen(), /"assignment":"off"/, "a kind that is off stays off");
  }));

Deno.test("an unreachable mail server and a restart neither lose nor duplicate emails", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.path}/backlog.db`;
  await using world = await createWorld({ databaseUrl });
  const cast = await assemble(world);
  const port = freePort();
  const log: string[] = [];
  const away = await posting(world.services, `smtp://127.0.0.1:${port}?ignoreTLS=true`, log);
  const tasks = [];
  for (const { member } of [cast.ada, cast.bao, cast.chidi, cast.esra]) {
    const by = member === cast.ada.member ? cast.bao : cast.ada;
    tasks.push(await cast.task(by, { assigneeId: member.profile.id }));
  }
  world.clock.advance({ minutes: 3 });
  assert.equal(await deliverMail(away, assert.fail), false);
  assert.match(log.join("\n"), /^the email server can't be used: /);

  // Two servers on one database come up once it is back, and meet it at its worst
  using server = mailServer(["later", "breaks"], port);
  await using second = await openDatabase(databaseUrl).then((database) => ({
    database,
    [Symbol.asyncDispose]: () => database.close(),
  }));
  const one = await posting(world.services, server.url, log);
  const two = await posting({ ...world.services, database: second.database }, server.url, log);
  for (let round = 0; round < 3; round++) {
    await Promise.all([deliverMail(one, assert.fail), deliverMail(two, assert.fail)]);
    world.clock.advance({ minutes: 10 });
  }
  const got = server.taken.map((mail) => headersOf(mail).get("to")).sort();
  assert.deepEqual(got, ["ada", "bao", "chidi", "esra"].map((one) => `${one}@example.com`));
});

Deno.test("a long email says how many records it leaves out", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada } = cast;
    for (let n = 1; n <= 22; n++) {
      const { id } = await cast.task(ada, { title: `Task ${n}` });
      for (const words of ["Look", "Look again"]) await say(cast, id, `${words}, @ada-lovelace`);
    }
    world.clock.advance({ minutes: 15 });
    world.mailer.sent.length = 0;
    await deliverMail(world.services, () => {});
    const [mail] = world.mailer.sent;
    assert.match(
      mail!.text,
      /^You have 44 unread notifications .*\n\nYour inbox has notifications about 2 more records\.$/,
    );
    assert.equal(mail!.items?.length, 20);
  }));

Deno.test("names, titles, and text of any length and script don't break headers or markup", () =>
  withCast(createWorld(), async (cast) => {
    using server = mailServer();
    const { world, ada } = cast;
    const services = await posting(world.services, server.url);
    const { id } = await cast.task(ada);
    await say(cast, id, `@ada-lovelace ${"x".repeat(4000)}`);
    const evil = `A\r\nBcc: evil@example.com\r\n\r\n\u202egnp.exe ${hostileLine} ${
      "y".repeat(4000)
    }`;
    await world.database.write(async (tx) => {
      await tx.updateTable("tasks").set({ title: evil }).execute();
      await tx.updateTable("profiles").set({ name: evil }).execute();
      await tx.updateTable("workspaces").set({ name: evil }).execute();
      await tx.updateTable("teams").set({ name: evil }).execute();
    });
    world.clock.advance({ minutes: 3 });
    await deliverMail(services, assert.fail);
    const [mail] = server.taken;
    const names = [...headersOf(mail!).keys()];
    assert.deepEqual(
      names.toSorted(),
      [
        "auto-submitted",
        "content-type",
        "date",
        "from",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "message-id",
        "mime-version",
        "subject",
        "to",
      ],
    );
    assert.ok(
      mail!.slice(0, mail!.indexOf("\r\n\r\n")).split("\r\n").every((line) => line.length < 998),
    );
    assert.deepEqual(survivors(partOf(mail!, "text/html")), []);
    const text = partOf(mail!, "text/plain");
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]|\nBcc/);
    assert.ok(text.length < 3_000, String(text.length));
  }));
