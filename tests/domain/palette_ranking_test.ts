import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import type { PaletteCommand, PaletteItem } from "../../server/palette/schema.ts";
import { gradeOf } from "../../server/palette/match.ts";
import { joinWorkspace } from "../support/cast.ts";
import { type PaletteUse, withPalette } from "../support/palette.ts";
import { commandSearches, recordSearches } from "../support/palette_searches.ts";
import { repository } from "../support/source.ts";

/** Records that searches find besides the full cast's own. */
async function addRecords({ fullCast }: PaletteUse): Promise<void> {
  const { ada, world, workspaceId } = fullCast;
  const { services } = world;
  for (
    const title of [
      "Mend the drawbridge",
      "Drawbridge chains",
      "Quay inspection",
      "Open tasks on the moor",
      "Inbox zero",
      "Settings of the sluice",
      "Create a moat",
      "Oil the ünvited hinge",
    ]
  ) await fullCast.task(ada, { title });
  await fullCast.task(ada, { title: "Hang the lantern", draft: true });
  await perform(services, ada.member, createProject, { name: "Harbour wall", key: "HARB" });
  await perform(services, ada.member, createTeam, { name: "Stonemasons", key: "STM" });
  await perform(services, ada.member, createView, { name: "Everything by the sea" });
  await joinWorkspace(world, workspaceId, "zeno", "Zeno Marsh", "member", null);
}

Deno.test("the expected result comes first for each typed text", () =>
  withPalette(async (use) => {
    await addRecords(use);
    const wrong: string[] = [];
    for (const [typed, first] of [...commandSearches, ...recordSearches]) {
      const [found] = await use.results(use.fullCast.ada, typed);
      if (found?.title !== first) wrong.push(`${typed} → ${found?.title}, not ${first}`);
    }
    assert.deepEqual(wrong, []);
    assert.ok(commandSearches.length + recordSearches.length >= 150);
  }));

/** The browser's own ranking, as its script has it. */
async function browserRank(): Promise<
  {
    grade(text: string, names: string[]): number;
    find(
      typed: string,
      known: { commands: PaletteCommand[]; records: PaletteItem[] },
    ): PaletteItem[];
    withPage(items: PaletteItem[], typed: string, page: PaletteItem[]): PaletteItem[];
  }
> {
  const scripts = await Promise.all(
    ["name_score", "palette/rank"].map((name) =>
      Deno.readTextFile(`${repository}/static/js/${name}.js`)
    ),
  );
  const own = { location: { href: "http://localhost/workspace/tasks" } };
  const run = new Function(
    "globalThis",
    "location",
    `
    let matching;
    ${scripts[0]!.replace("globalThis.matching =", "matching =")}
    ${scripts[1]}
    return globalThis.paletteRank;`,
  );
  return run(own, own.location);
}

Deno.test("the browser ranks commands like the server", () =>
  withPalette(async (use) => {
    const { commands } = await use.list(use.fullCast.ada);
    const rank = await browserRank();
    const wrong: string[] = [];
    for (const [typed, first] of commandSearches) {
      const [found] = rank.find(typed, { commands, records: [] });
      // What is no command's name isn't known there
      if (found && found.title !== first) wrong.push(`${typed} → ${found.title}, not ${first}`);
    }
    assert.deepEqual(wrong, []);
  }));

Deno.test("the browser's ranking accepts the same wrong letters as the server's", async () => {
  const { grade } = await browserRank();
  const typed = ["harbuor", "harbor", "harbbour", "harpour", "ahrbour", "hrabuor", "hbr"];
  const given = typed.map((text) => [text, gradeOf(text, ["Harbour"]) ?? 0]);
  assert.deepEqual(typed.map((text) => [text, grade(text, ["Harbour"])]), given);
  assert.deepEqual(given.map(([, score]) => score), [0.5, 0.5, 0.5, 0.5, 0.5, 0, 0]);
});

Deno.test("a page's commands come after exact matches and before all other results", () =>
  withPalette(async ({ results, fullCast: { ada, task, world } }) => {
    await perform(world.services, ada.member, createView, { name: "Works" });
    await task(ada, { title: "Workshop" });
    const rank = await browserRank();
    const { withPage } = rank;
    const titles = async (typed: string) => {
      const found = await results(ada, typed);
      const [row] = found;
      const page = ["Switch workspace…", "Filter this list…"].map((title) => ({
        ...row!,
        title,
        key: null,
        group: "Page",
      }));
      return withPage(found, typed, page).map(({ title }) => title);
    };
    const works = await titles("works");
    assert.equal(works[0], "Works");
    const at = (title: string) => works.indexOf(title);
    assert.ok(at("Switch workspace…") > 0 && at("Switch workspace…") < at("Workshop"), `${works}`);
    assert.equal((await titles("work"))[0], "Switch workspace…");
  }));
