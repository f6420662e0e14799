import assert from "node:assert/strict";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { noteOpened } from "../../server/domain/recents/opened.ts";
import { search } from "../../server/domain/search/search.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { joinWorkspace } from "../support/cast.ts";
import { titlesOf, withPalette } from "../support/palette.ts";

Deno.test("a pinned record comes before equal matches and after better ones", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, world } = fullCast;
    const inside = await fullCast.task(ada, { title: "Oil the drawbridge" });
    await fullCast.task(ada, { title: "Paint the drawbridge" });
    await perform(world.services, ada.member, addFavorite, { kind: "task", id: inside.id });
    const records = async () =>
      titlesOf((await results(ada, "drawbridge")).filter(({ key }) => key?.startsWith("ENG-")))
        .filter((title, n, all) => all.indexOf(title) === n && title.includes("rawbridge"));
    assert.deepEqual(await records(), ["Oil the drawbridge", "Paint the drawbridge"]);
    await fullCast.task(ada, { title: "Drawbridge down" });
    const [first, second] = await records();
    assert.deepEqual([first, second], ["Drawbridge down", "Paint the drawbridge"]);
    assert.equal((await records()).at(-1), "Oil the drawbridge");
  }));

Deno.test("a recent record comes before equal matches, and after pinned and better ones", () =>
  withPalette(async ({ fullCast, list, results }) => {
    const { ada, world } = fullCast;
    const opened = await fullCast.task(ada, { title: "Oil the drawbridge" });
    await fullCast.task(ada, { title: "Paint the drawbridge" });
    noteOpened(world.services, ada.member, { kind: "task", id: opened.id });
    const found = async () =>
      titlesOf(await results(ada, "#drawbridge")).filter((title) => /^(Oil|Pa|Dr)/.test(title));
    assert.deepEqual(await found(), ["Oil the drawbridge", "Paint the drawbridge"]);
    await fullCast.task(ada, { title: "Drawbridge down" });
    assert.equal((await found())[0], "Drawbridge down");
    const { results: rows, recents } = await list(ada, { limit: 50 });
    assert.deepEqual(titlesOf(recents), ["Oil the drawbridge"]);
    const recent = rows.filter(({ group }) => group === "Recent");
    assert.deepEqual(titlesOf(recent), ["Oil the drawbridge"]);
    const groups = rows.map(({ group }) => group);
    assert.ok(groups.lastIndexOf("Actions") < groups.indexOf("Recent"));
    assert.equal((await results(ada, "#"))[0]?.title, "Oil the drawbridge");
    const path = `/workspace/tasks/${opened.reference}`;
    const there = (await list(ada, { path, limit: 50 })).results;
    assert.deepEqual(there.filter(({ group }) => group === "Recent"), []);
    await perform(world.services, ada.member, addFavorite, { kind: "task", id: opened.id });
    assert.equal((await list(ada)).recents[0]?.group, "Favorites");
  }));

Deno.test("groups whose best rows match equally well have a fixed order", () =>
  withPalette(async ({ fullCast, results }) => {
    const { ada, world, workspaceId } = fullCast;
    const { services } = world;
    await perform(services, ada.member, createView, { name: "All harbour" });
    await perform(services, ada.member, createTeam, { name: "Old harbour", key: "OLD" });
    await joinWorkspace(world, workspaceId, "ann", "Ann Harbour", "member", null);
    await perform(services, ada.member, createProject, { name: "New harbour" });
    await fullCast.task(ada, { title: "Chart the harbour", draft: true });
    await fullCast.task(ada, { title: "Dredge the harbour" });
    const groupsOf = async (q: string) => {
      const groups = (await results(ada, q)).map(({ group }) => group);
      return groups.filter((group, n) => group !== groups[n - 1]);
    };
    const records = ["Tasks", "Drafts", "Projects", "Members", "Teams", "Views"];
    assert.deepEqual(await groupsOf("harbour"), [...records, "Actions"]);
    await fullCast.task(ada, { title: "Sort all labels" });
    assert.deepEqual((await groupsOf("labels")).slice(0, 2), ["Actions", "Tasks"]);
  }));

/** Words that people use for one another. */
const pairs = [
  ["task", "ticket"],
  ["project", "initiative"],
  ["assign", "owner"],
  ["complete", "done"],
  ["progress", "active"],
  ["draft", "unpublished"],
] as const;

Deno.test("each word is found by its synonym, and the synonym by the word", () =>
  withPalette(async ({ fullCast }) => {
    const { ada, world } = fullCast;
    for (const [n, pair] of pairs.entries()) {
      for (const [written, typed] of [pair, pair.toReversed()]) {
        const title = `The ${written} of lantern${n}`;
        const { id } = await fullCast.task(ada, { title });
        const q = `${typed} lantern${n}`;
        const found = await perform(world.services, ada.member, search, { q });
        assert.ok(found.some((one) => one.id === id), `${q} doesn't find "${title}"`);
      }
    }
  }));
