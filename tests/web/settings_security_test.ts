import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const tokens = "/workspace/settings/security/pats";
const sessions = "/workspace/settings/security/sessions";
const rowOf = (html: string, id: string) =>
  new RegExp(`<tr id="row-${id}"[^]*?</tr>`).exec(html)?.[0] ?? "";

Deno.test("a token is created on its page, shown only once, works, and is revoked", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    const visitor = await visit(app, ada.email);
    const form = { label: "Report", scopes: "tasks.read", expiresInDays: "30" };

    const none = await visitor.post(tokens, { label: "Report", expiresInDays: "30" });
    assert.equal(none.status, 422);
    assert.match(none.html, /id="scopes-error">Choose at least one scope\./);
    assert.match(none.html, /value="Report"/);

    const made = await visitor.post(tokens, form);
    assert.equal(made.status, 200);
    assert.equal(made.headers.get("cache-control"), "no-store");
    const [token] = /blg_pat_[\w-]+/.exec(made.html)!;
    assert.match(made.html, new RegExp(`BACKLOG_TOKEN=${token} bash backlog\\.sh me`));
    // News would take it away before it is copied
    assert.match(made.html, /id="live-main"[^>]*data-live=""/);
    const after = (await visitor.get(tokens)).html;
    assert.doesNotMatch(after, new RegExp(token));

    const works = () => call(app, `GET /workspaces/${workspaceId}/tasks`, { token });
    assert.equal((await works()).status, 200);
    const [, id = ""] = /<tr id="row-(cred_\w+)"/.exec(after)!;
    assert.match(rowOf(after, id), /Report[^]*tasks\.read[^]*Never/);
    const part = await visitor.part("POST", tokens, tokens, form);
    assert.match(part.html, /blg_pat_[\w-]+/);
    assert.equal(part.headers.get("cache-control"), "no-store");

    assert.match(rowOf(after, id), new RegExp(`Active[^]*href="${tokens}\\?revoke=${id}"`));
    assert.doesNotMatch(rowOf(after, id), /<form/);
    const asked = rowOf((await visitor.get(`${tokens}?revoke=${id}`)).html, id);
    assert.match(asked, /Revoke the token “<bdi>Report<\/bdi>”\?/);
    assert.match(asked, new RegExp(`method="post" action="${tokens}/${id}"`));
    await visitor.post(`${tokens}/${id}`, {});
    assert.equal((await works()).status, 401);
    const revoked = rowOf((await visitor.get(`${tokens}?revoke=${id}`)).html, id);
    assert.match(revoked, /Revoked<\/span><small>by you <time/);
    assert.doesNotMatch(revoked, /<form|revoke=/);
    assert.match((await visitor.get("/workspace/settings/security")).html, /1 active token</);
    assert.equal((await visitor.post(`${tokens}/${id}`, {})).status, 404);
  }));

Deno.test("a token created on the page expires after the chosen number of days, or never", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const createdAt = app.world.clock.now().getTime();
    for (const [expiresInDays, days] of [["30", 30], ["never", null]] as const) {
      await visitor.post(tokens, { label: expiresInDays, scopes: "tasks.read", expiresInDays });
      const { body } = await call(app, "GET /personal-access-tokens", { as: ada });
      const { expiresAt } = body.credentials.find((one: { label: string }) =>
        one.label === expiresInDays
      );
      const expected = days && new Date(createdAt + days * 24 * 3_600_000).toISOString();
      assert.equal(expiresAt, expected);
    }
  }));

Deno.test("the session list describes the network of a session's last use", () =>
  withApp({ trustProxy: true }, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const told = async (address: string) => {
      app.world.clock.advance({ minutes: 11 });
      await visitor.get(sessions, { "x-forwarded-for": address });
      // Nobody waits for what keeps a session's last use, but what is written after it
      await app.world.database.write(() => Promise.resolve());
      const { html } = await visitor.get(sessions, { "x-forwarded-for": address });
      return /, current session<\/small><small>([^<]*)</.exec(html)?.[1];
    };
    assert.equal(await told("203.0.113.5"), "From 203.0.113.5");
    assert.equal(await told("10.1.2.3"), "Private network, 10.1.2.3");
    assert.equal(await told("fd00::1"), "Private network, fd00::1");
    assert.equal(await told("127.0.0.1"), "On the server itself");
    const [newest] = (await call(app, "GET /sessions", { as: ada })).body.sessions;
    assert.equal(newest.address, "127.0.0.1");
  }));

Deno.test("other sessions can be ended one by one or all at once, and the current one stays", () =>
  withApp({}, async (app, { ada }) => {
    const [here, there, elsewhere] = [
      await visit(app, ada.email),
      await visit(app, ada.email),
      await visit(app, ada.email),
    ];
    const { html } = await here.get(sessions);
    assert.match(html, /, current session/);
    assert.doesNotMatch(html, new RegExp(`<form[^>]*action="${sessions}`));
    const [, asks = ""] = new RegExp(`href="(${sessions}\\?end=(?!others)\\w+)"`).exec(html)!;
    const [, first = ""] = new RegExp(`action="(${sessions}/\\w+)"`)
      .exec((await here.get(asks)).html)!;
    await here.post(first, {});
    const signedIn = async () => [
      (await here.get(sessions)).status,
      ...[await there.get(sessions), await elsewhere.get(sessions)].map(({ status }) => status)
        .toSorted(),
    ];
    assert.deepEqual(await signedIn(), [200, 200, 303]);
    const others = await here.get(`${sessions}?end=others`);
    assert.match(others.html, /Sign out everywhere else\?[^]*name="act" value="end-others"/);
    await here.post(sessions, { act: "end-others" });
    assert.deepEqual(await signedIn(), [200, 303, 303]);
    assert.doesNotMatch((await here.get(sessions)).html, /Sign out everywhere else/);
    assert.match((await here.get("/workspace/settings/security")).html, /1 active session</);
  }));

Deno.test("people can change their profile on its page, and a taken username is refused beside the field", () =>
  withApp({}, async (app, { ada, chidi }) => {
    const path = "/workspace/settings/profile";
    const visitor = await visit(app, ada.email);
    const { html } = await visitor.get(path);
    const [, version = ""] = /name="version" value="(\d+)"/.exec(html)!;
    const words = { name: "Ada King", username: "ada.king", title: "Countess", bio: "Notes **G**" };
    await visitor.post(path, { ...words, version });
    const saved = (await visitor.get(path)).html;
    assert.match(saved, /value="Ada King"[^]*value="ada\.king"[^]*value="Countess"[^]*Notes \*\*G/);
    assert.match(saved, /<nav id="sidebar"[^]*Ada King[^]*<\/nav>/);

    const { username } = chidi.member.profile as unknown as { username?: string };
    const taken = await visitor.post(path, {
      ...words,
      username: username ?? "chidi",
      version: String(Number(version) + 1),
    });
    assert.equal(taken.status, 409);
    assert.match(taken.html, /had the username/);
    const stale = await visitor.post(path, { ...words, title: "Lady", version });
    assert.equal(stale.status, 412);
    assert.match(stale.html, /value="Lady"/);
  }));
