import assert from "node:assert/strict";
import type { Member } from "../../server/domain/core/actor.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { cachedForMember, type MemberCache } from "../../server/domain/core/cached_for_member.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { withApp } from "../support/app.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { visit, type Visitor } from "../support/visitor.ts";
import { createWorld } from "../support/world.ts";

const cache: MemberCache = { name: "asked", most: 1_000 };

/** Asks for something through `cachedForMember`, and says whether it was really read. */
function callerOf({ world }: Cast) {
  return async (member: Member, ...what: string[]): Promise<boolean> => {
    let read = false;
    await cachedForMember(world.services, member, { cache, what }, () => {
      read = true;
      return Promise.resolve(what);
    });
    return read;
  };
}

Deno.test("a member's cached read is repeated after any commit", () =>
  withCast(createWorld(), async (cast) => {
    const ask = callerOf(cast);
    const { member } = cast.ada;
    const { id: taskId } = await cast.task(cast.ada);
    assert.deepEqual([await ask(member, "a"), await ask(member, "b")], [true, true]);
    assert.deepEqual([await ask(member, "a"), await ask(member, "b")], [false, false]);
    const change = { taskId, patch: { title: "Oil the gate" } };
    await perform(cast.world.services, cast.chidi.member, updateTask, change);
    assert.equal(await ask(member, "a"), true);
  }));

Deno.test("a cached read isn't used for another member, or after a member's visibility changes", () =>
  withCast(createWorld(), async (cast) => {
    const ask = callerOf(cast);
    const { member } = cast.chidi;
    const others: Partial<Member>[] = [
      { profile: cast.dina.member.profile },
      { workspace: { ...member.workspace, timeZone: "Asia/Kathmandu" } },
      { workspace: { ...member.workspace, name: "Acme & Sons" } },
      { profile: { ...member.profile, name: "Chidi Ife" } },
      { email: "ife@example.com" },
      { role: "admin" },
      { teams: new Map() },
      { hiddenTeamIds: [] },
      { userId: cast.dina.member.userId },
      { credential: { ...member.credential, scopes: new Set(["tasks.read"]) } },
    ];
    await ask(member, "a");
    for (const other of others) {
      assert.equal(await ask({ ...member, ...other }, "a"), true, JSON.stringify(other));
    }
    assert.equal(await ask(member, "a"), false);
  }));

Deno.test("the cache of reads stays within its size", () =>
  withCast(createWorld(), async (cast) => {
    const ask = callerOf(cast);
    const { member } = cast.ada;
    for (let n = 0; n < 1_000; n++) await ask(member, String(n));
    assert.equal(await ask(member, "0"), false);
    await ask(member, "another");
    assert.equal(await ask(member, "0"), true);
  }));

Deno.test("a list shows each member only visible tasks, even if someone else read the same list before", () =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada, { title: "Open" });
    app.world.clock.advance({ seconds: 1 });
    await cast.task(cast.dina, { title: "Quiet", teamId: "PPL" });
    app.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title: "Own", assigneeId: "me" });
    const browsers: Visitor[] = [];
    for (const { email } of [cast.ada, cast.dina, cast.chidi, cast.ada]) {
      browsers.push(await visit(app, email));
    }
    const shown = async (query: string) => {
      const pages: (string | undefined)[][] = [];
      for (const browser of browsers) {
        const { html } = await browser.get(`/workspace/tasks?${query}`);
        pages.push([...html.matchAll(/class="row-title"[^>]*>([^<]+)/g)].map(([, title]) => title));
      }
      return pages;
    };
    const all = ["Own", "Quiet", "Open"];
    assert.deepEqual(await shown(""), [all, all, ["Own", "Open"], all]);
    assert.deepEqual(await shown("group=priority"), [all, all, ["Own", "Open"], all]);
    assert.deepEqual(await shown("assigneeId=me"), [["Own"], [], [], ["Own"]]);
  }));
