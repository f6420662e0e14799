import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { withApp } from "../support/app.ts";
import { inboxOf } from "../support/inbox.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/preferences";
const body = /<body[^>]*>/;

Deno.test("preferences chosen on their page apply on every page", () =>
  withApp({}, async (app, { ada, chidi }) => {
    const visitor = await visit(app, ada.email);
    const fresh = await visitor.get(path);
    assert.match(fresh.html, /<input type="radio"[^>]*value="system" checked/);
    assert.match(fresh.html, /<input type="checkbox"[^>]*name="shortcuts"[^>]* checked/);
    assert.doesNotMatch(body.exec(fresh.html)![0], /data-theme|data-shortcuts/);

    // Browsers send only checked checkboxes
    const sent = await visitor.post(path, { theme: "dark" });
    assert.deepEqual([sent.status, sent.headers.get("location")], [303, `${path}?saved=1`]);
    const saved = await visitor.get(`${path}?saved=1`);
    assert.match(saved.html, /<p role="status">Preferences saved<\/p>/);
    assert.match(saved.html, /<input type="radio"[^>]*value="dark" checked/);
    assert.doesNotMatch(saved.html, /<input type="checkbox"[^>]*name="shortcuts"[^>]* checked/);

    const tasks = (await visitor.get("/workspace/tasks")).html;
    assert.match(body.exec(tasks)![0], /data-theme="dark" data-shortcuts="off"/);
    assert.match(tasks, /Single-key shortcuts are off/);
    const others = await (await visit(app, chidi.email)).get("/workspace/tasks");
    assert.doesNotMatch(body.exec(others.html)![0], /data-theme|data-shortcuts/);
    assert.doesNotMatch(others.html, /Single-key shortcuts are off/);

    await visitor.post(path, { theme: "system", shortcuts: "true" });
    const again = (await visitor.get("/workspace/tasks")).html;
    assert.doesNotMatch(body.exec(again)![0], /data-theme|data-shortcuts/);
  }));

Deno.test("undoing a theme change restores the previous theme, and choosing the current theme offers no Undo", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const set = async (theme: string) => {
      const { html } = await visitor.part("POST", path, path, { act: "theme", theme });
      return /<input type="hidden" name="theme" value="(\w+)"[^>]*>[^]*?data-undo/.exec(html)?.[1];
    };
    assert.deepEqual([await set("dark"), await set("light"), await set("light")], [
      "system",
      "dark",
      undefined,
    ]);
  }));

Deno.test("each kind of notification has its own channel, and invalid ones are refused beside the field", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, task } = cast;
    const visitor = await visit(app, ada.email);
    const chosenFor = (kind: string, html: string) =>
      new RegExp(`<select[^>]*name="${kind}"[^]*?</select>`).exec(html)![0]
        .match(/value="(\w+)" selected/)![1];
    const fresh = (await visitor.get(path)).html;
    assert.deepEqual(["mention", "comment"].map((kind) => chosenFor(kind, fresh)), [
      "mail",
      "inbox",
    ]);
    assert.match(fresh, /Emails go to ada@example\.com\./);
    await visitor.post(path, { act: "notifications", mention: "off", comment: "mail" });
    const saved = (await visitor.get(path)).html;
    assert.deepEqual(["mention", "comment"].map((kind) => chosenFor(kind, saved)), [
      "off",
      "mail",
    ]);
    assert.match(saved, /value="system" checked/);
    const refused = await visitor.post(path, { act: "notifications", invitation: "off" });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /id="channel-invitation-error">Use inbox or mail/);

    // What she doesn't want to hear of doesn't reach her, and what was there before stays
    const { id } = await task(ada, { title: "Mend the gate", assigneeId: ada.member.profile.id });
    const say = (body: string) =>
      perform(app.world.services, chidi.member, createComment, { taskId: id, body });
    await say("It creaks, @ada-lovelace");
    const [entry, ...none] = await inboxOf(cast, ada);
    assert.deepEqual([entry?.kind, none], ["comment", []]);
  }));

Deno.test("pages follow the chosen start page, time zone, and first day of the week", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const all = { theme: "system", shortcuts: "true" };
    const wrong = await visitor.post(path, { ...all, timeZone: "Mars/Base", weekStart: "sunday" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /value="Mars\/Base"/);
    assert.match(wrong.html, /id="field-timeZone-error">Use an IANA time zone/);
    assert.match(wrong.html, /<option value="sunday" selected/);

    await visitor.post(path, {
      ...all,
      startPage: "mine",
      timeZone: "Asia/Tokyo",
      weekStart: "sunday",
    });
    const start = await visitor.get("/workspace");
    assert.deepEqual([start.status, start.headers.get("location")], [
      302,
      "/workspace/tasks?assigneeId=me",
    ]);
    const kept = (await visitor.get(path)).html;
    assert.match(kept, /name="timeZone"[^>]*value="Asia\/Tokyo"[^>]*placeholder="UTC"/);
    await visitor.post(path, { ...all, timeZone: "" });
    const back = (await visitor.get(path)).html;
    assert.match(back, /name="timeZone"[^>]*value=""/);
    assert.match(back, /<option value="mine" selected/);
  }));

Deno.test("task lists have the chosen density, except for lists with their own density until they are reset", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Mend the gate" });
    const visitor = await visit(app, ada.email);
    const densityOf = async (list: string) =>
      / data-density="(\w+)"/.exec((await visitor.get(list)).html)?.[1];
    const [all, mine] = ["/workspace/tasks", "/workspace/tasks?assigneeId=me"];
    assert.equal(await densityOf(all), "comfortable");
    await visitor.post(path, { theme: "system", shortcuts: "true", density: "compact" });
    assert.match((await visitor.get(path)).html, /<option value="compact" selected/);
    const display = "/workspace/tasks/display";
    assert.doesNotMatch((await visitor.get(display)).html, />Reset</);
    await visitor.post(display, { density: "comfortable", query: "" });
    assert.deepEqual([await densityOf(all), await densityOf(mine)], ["comfortable", "compact"]);
    assert.match((await visitor.get(display)).html, />Reset</);
    await visitor.post(display, { reset: "1", query: "" });
    assert.equal(await densityOf(all), "compact");
  }));

Deno.test("an invalid theme is refused beside its choices, and nothing changes", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const refused = await visitor.post(path, { theme: "pink" });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /id="theme-error">Use system, light, or dark\.</);
    const after = await visitor.get(path);
    assert.match(after.html, /<input type="checkbox"[^>]*name="shortcuts"[^>]* checked/);
  }));

Deno.test("the account menu links to the preferences, and signing in returns to them", () =>
  withApp({}, async (app, { ada }) => {
    const tasks = await (await visit(app, ada.email)).get("/workspace/tasks");
    assert.match(
      tasks.html,
      /<a(?=[^>]* href="\/workspace\/settings\/preferences")(?=[^>]* role="option")/,
    );
    const stranger = await app.app.request(path);
    assert.equal(stranger.status, 303);
    assert.match(stranger.headers.get("location") ?? "", /^\/auth\/signin\?next=.*preferences/);
  }));
