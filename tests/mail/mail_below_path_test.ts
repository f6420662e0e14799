import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { testOrigin } from "../support/world.ts";

const origin = `${testOrigin}/backlog`;
const token = "metrics-of-the-operator";

Deno.test("an email's links, including the unsubscribe link, start with the base path", () =>
  withApp({ origin, metricsToken: token }, async ({ app, world }, cast) => {
    const { ada, chidi } = cast;
    const { services, clock, mailer } = world;
    const { id } = await cast.task(ada, { title: "Mend the gate" });
    const said = { taskId: id, body: "Look, @ada-lovelace" };
    await perform(services, chidi.member, createComment, said);
    clock.advance({ minutes: 3 });
    await deliverMail(services, assert.fail);
    const { leads, items, foot, unsubscribe } = mailer.sent.at(-1)!;
    const links = [leads!.href, items![0]!.href, foot!.links[0]!.href, unsubscribe!];
    for (const link of links) assert.match(link ?? "", new RegExp(`^${origin}/`));

    const cookie = (await browserCookie(world, ada.email))
      .replace("__Host-backlog", "__Secure-backlog.backlog");
    const get = (url: string, headers: Record<string, string> = {}) =>
      app.request(url, { headers: { accept: "text/html", cookie, ...headers } });
    const task = await get(leads!.href);
    const there = new URL(task.headers.get("location")!, origin);
    assert.equal(String(there), `${origin}/workspace/tasks/${id}`);
    assert.equal((await get(String(there))).status, 200);
    const click = await app.request(unsubscribe!, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    assert.equal(click.status, 200);
    await perform(services, chidi.member, createComment, said);
    clock.advance({ minutes: 3 });
    const before = mailer.sent.length;
    await deliverMail(services, assert.fail);
    assert.equal(mailer.sent.length, before);

    const csv = await (await get(`${origin}/workspace/tasks.csv`)).text();
    assert.match(csv, new RegExp(`${origin}/workspace/tasks/${id}`));
    const metrics = await get(`${origin}/metrics`, { authorization: `Bearer ${token}` });
    assert.equal(metrics.status, 200);
    assert.doesNotMatch(await metrics.text(), /backlog\/backlog/);
  }));
