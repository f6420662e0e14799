import assert from "node:assert/strict";
import { sql } from "kysely";
import { newId } from "../../server/domain/core/ids.ts";
import { withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { manyLabels } from "../support/labels.ts";
import { testOrigin } from "../support/world.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const labels = "/workspace/settings/task-labels";
const members = "/workspace/settings/members";
const two = (n: number) => String(n).padStart(2, "0");

/** People of the workspace who are in a team besides the cast, by their names. */
async function manyPeople({ world, workspaceId }: Cast, teamId: string, names: readonly string[]) {
  const now = world.clock.now();
  const rows = names.map((name) => ({ id: newId("prof", now), name, username: name }));
  await world.database.write(async (tx) => {
    const from = sql`from json_each(${JSON.stringify(rows)})`;
    await sql`insert into profiles (id, workspace_id, user_id, kind, name, username, role, created_at)
      select value ->> 'id', ${workspaceId}, null, 'human', value ->> 'name', value ->> 'username',
        'member', ${now.toISOString()} ${from}`.execute(tx);
    await sql`insert into team_members (team_id, profile_id, role, created_at)
      select ${teamId}, value ->> 'id', 'member', ${now.toISOString()} ${from}`.execute(tx);
  });
  return rows.map(({ id }) => id);
}

/** Which of some records a page shows, and where all of them are. */
async function shown(visitor: Visitor, path: string, ids: readonly string[]) {
  const { status, html } = await visitor.get(path);
  assert.equal(status, 200, path);
  const way = /<p class="timeline-way"><a href="([^"]*)" data-next="#([^ ]*) a">([^<]*)</.exec(
    html,
  );
  return {
    html,
    rows: ids.filter((id) => new RegExp(`id="(row-)?${id}"`).test(html)),
    way: way && { href: way[1]!.replaceAll("&amp;", "&"), next: way[2], name: way[3] },
  };
}

Deno.test("with more than thirty labels, the page shows the first ones and a link to all, and any can be found", () =>
  withApp({}, async (app, cast) => {
    const ids = await manyLabels(cast, Array.from({ length: 70 }, (_, n) => `Zone ${two(n)}`));
    const visitor = await visit(app, cast.ada.email);
    const first = await shown(visitor, labels, ids);
    assert.ok(first.rows.length > 10 && first.rows.length <= 30);
    assert.deepEqual(first.rows, ids.slice(0, first.rows.length), "those that are first by name");
    assert.equal(first.html.match(/class="record-item"/g)?.length, 30);
    assert.equal(first.way?.next, ids[first.rows.length], "the focus goes on there");
    const all = await shown(visitor, first.way!.href, ids);
    assert.deepEqual([all.rows, all.way], [ids, null]);
    assert.match(
      first.way!.name!,
      new RegExp(`All ${all.html.match(/class="record-item"/g)!.length} labels`),
    );

    const found = await shown(visitor, `${labels}?q=zone+6`, ids);
    assert.deepEqual(found.rows, ids.filter((_, n) => /6/.test(two(n))), "both words of a name");
    assert.match(found.html, /<input type="search"[^>]*value="zone 6"/);
    const edit = `${labels}?q=zone+65&edit=${ids[65]}`;
    assert.ok((await visitor.get(`${labels}?q=zone+65`)).html.includes(edit.replace("&", "&amp;")));
    assert.match((await visitor.get(edit)).html, /[?]q=zone[+]65" data-cancel/);
    assert.match((await visitor.get(`${labels}?q=zzz`)).html, /No labels match “zzz”/);

    // Open, it stands among them, though it is none of the first
    const open = await visitor.get(`${labels}?edit=${ids[69]}`);
    assert.match(open.html, new RegExp(`id="label-${ids[69]}"[^]*value="Zone 69"`));
    const sent = { name: "Zone 68", color: "red", description: "", version: "1" };
    const refused = await visitor.post(`${labels}/${ids[69]}`, sent);
    assert.equal(refused.status, 409);
    assert.match(refused.html, new RegExp(`id="label-${ids[69]}"[^]*value="Zone 68"`));
    const merging = await visitor.get(`${labels}?merge=${ids[0]}`);
    assert.match(merging.html, new RegExp(`<option value="${ids[69]}"`), "into any of them");

    // What is made where it isn't shown is found by its name, and another can be made
    const making = { color: "red", description: "" };
    const made = await visitor.post(labels, { ...making, name: "Zone 70" });
    assert.equal(made.headers.get("location"), `${labels}?q=Zone+70&create=1`);
    const shownThen = await visitor.get(`${labels}?q=Zone+70&create=1`);
    assert.match(shownThen.html, /record-item.*Zone 70/);
    assert.match(shownThen.html, /id="label-new-name"/);
    const early = await visitor.post(labels, { ...making, name: "Aaa" });
    assert.equal(early.headers.get("location"), labels, "it is among the first");
    const beside = { referer: `${testOrigin}${labels}?q=zone+70` };
    const unlike = await visitor.post(labels, { ...making, name: "Aab" }, beside);
    assert.equal(
      unlike.headers.get("location"),
      `${labels}?q=Aab&create=1`,
      "not what is looked for",
    );
  }));

Deno.test("with more than thirty people, the page shows the first ones and a link to all, and any can be found", () =>
  withApp({}, async (app, cast) => {
    const { ada, teams } = cast;
    const names = Array.from({ length: 70 }, (_, n) => `guest${two(n)}`);
    const ids = await manyPeople(cast, teams.eng, names);
    const visitor = await visit(app, ada.email);
    const ofTeam = `/workspace/settings/teams/${teams.eng}/members`;
    const directory = "/workspace/members";
    const pages = [[members, "people"], [ofTeam, "members"], [directory, "members"]] as const;
    for (const [path, what] of pages) {
      const first = await shown(visitor, path, ids);
      assert.equal(first.html.match(/id="row-prof_/g)?.length, 30, path);
      assert.equal(first.way?.next, `row-${ids[first.rows.length]}`);
      const all = await shown(visitor, first.way!.href, ids);
      assert.deepEqual([all.rows, all.way], [ids, null]);
      const count = all.html.match(/id="row-prof_/g)!.length;
      assert.equal(first.way!.name, `All ${count} ${what}`);
      assert.deepEqual((await shown(visitor, `${path}?q=guest69`, ids)).rows, [ids[69]]);
      assert.match((await visitor.get(`${path}?q=zzz`)).html, /“zzz”/);
    }
    const open = await visitor.get(`${members}?edit=${ids[69]}`);
    assert.match(open.html, new RegExp(`id="role-${ids[69]}"`));
    const refused = await visitor.post(`${members}/${ids[69]}`, { role: "king", version: "1" });
    assert.equal(refused.status, 422);
    assert.match(refused.html, new RegExp(`id="role-${ids[69]}"`));
  }));
