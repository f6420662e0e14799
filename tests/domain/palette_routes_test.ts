import assert from "node:assert/strict";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { archiveTeam } from "../../server/domain/teams/archive.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { type PaletteUse, withPalette } from "../support/palette.ts";

const settings = "/workspace/settings";

/** The reference's table: a page, and with which titles its suggestions begin for a manager. */
const forManagers: [path: string, first: string[]][] = [
  ["/workspace/tasks", ["Create task"]],
  ["/workspace/projects", ["Create project"]],
  ["/workspace/teams", ["Create team", "Engineering", "People", "Support"]],
  ["/workspace/views", ["Create task view", "All open"]],
  ["/workspace/views/projects", ["Create project view", "Afoot"]],
  ["/workspace/members", ["Invite members", "Ada Lovelace"]],
  [`${settings}/teams`, ["Create team", "Open team settings: Engineering"]],
  [`${settings}/workflows`, ["Create workflow", "Open team settings: Engineering"]],
  [`${settings}/task-labels`, ["Create task label"]],
  [`${settings}/project-labels`, ["Create project label"]],
  [`${settings}/task-templates`, ["Create task template"]],
  [`${settings}/project-templates`, ["Create project template"]],
  [`${settings}/security`, [
    "Create personal access token",
    "Open personal access tokens",
    "Open active sessions",
  ]],
  [`${settings}/security/pats`, ["Create personal access token", "Open active sessions"]],
  [`${settings}/automation`, ["Install automation"]],
  ["/workspace/tasks/ENG-1", ["Mend the gate"]],
  ["/workspace/tasks/eng-1?edit=title#top", ["Mend the gate"]],
  ["/workspace/members/{chidi}", ["Chidi Eze"]],
  ["/workspace/members/chidi", ["Chidi Eze"]],
  ["/workspace/projects/{project}", ["Gatehouse"]],
  ["/workspace/teams/ENG/projects", ["Engineering"]],
  ["/workspace/view/{view}", ["All open"]],
  ["/workspace/project-view/{afoot}/", ["Afoot"]],
  ["/workspace/inbox", ["Sand the post"]],
  ["/workspace/drafts", ["Draw a key"]],
  ["/workspace/roadmap", ["Create project"]],
  [`${settings}/preferences`, ["Open profile settings", "Open security settings"]],
  [`${settings}/profile`, ["Open preferences", "Open security settings"]],
  [`${settings}/security/sessions`, ["Open profile settings", "Open preferences"]],
  [`${settings}/security/pats/cred_1`, [
    "Create personal access token",
    "Open personal access tokens",
  ]],
  [`${settings}/workspace`, ["Open member settings", "Open team settings", "Open workflows"]],
  [`${settings}/members`, ["Invite members", "Ada Lovelace"]],
  [`${settings}/members/{chidi}`, ["Invite members", "Ada Lovelace"]],
  [`${settings}/usage`, ["Open workspace settings", "Open member settings"]],
  [`${settings}/billing`, ["Open workspace settings", "Open member settings"]],
  [`${settings}/workflows/{workflow}`, ["Create workflow", "Open team settings: Engineering"]],
  [`${settings}/task-labels/{label}`, ["Create task label"]],
  [`${settings}/task-labels/{label}/menu`, ["Create task label"]],
  [`${settings}/teams/ENG/members`, ["Invite members", "Create workflow", "Create task"]],
];

/** What the rest of the page's suggestions keeps near, in any order. */
const kept: [path: string, titles: string[]][] = [
  ["/workspace/teams", ["Open team settings", "Invite members"]],
  [`${settings}/task-labels`, ["Open task templates", "Open project labels"]],
  [`${settings}/project-labels`, ["Open project templates", "Open task labels"]],
  [`${settings}/task-templates`, ["Open task labels"]],
  [`${settings}/project-templates`, ["Open project labels"]],
  ["/workspace/drafts", ["Create task", "Open tasks"]],
  [`${settings}/task-templates/new`, ["Open task templates", "Open task labels"]],
  [`${settings}/project-labels/plabel_1`, ["Open project labels", "Open project templates"]],
  ["/workspace/roadmap", ["Open projects"]],
  ["/workspace/inbox", ["Open tasks", "Open drafts"]],
  [`${settings}/members`, ["Open members", "Open team settings"]],
];

/** What stands right below that: the page's own records, before anything else. */
const promoted: [path: string, group: string][] = [
  ["/workspace/projects", "Projects"],
  ["/workspace/teams", "Teams"],
  ["/workspace/views", "Views"],
  ["/workspace/views/projects", "Views"],
  ["/workspace/members", "Members"],
  [`${settings}/teams`, "Team settings"],
  [`${settings}/workflows`, "Team settings"],
  ["/workspace/roadmap", "Projects"],
  [`${settings}/members`, "Members"],
];

/** What would only open the page again. */
const suppressed: [path: string, title: string][] = [
  ["/workspace/tasks", "Open tasks"],
  ["/workspace/inbox", "Open inbox"],
  ["/workspace/projects", "Open projects"],
  ["/workspace/teams", "Open teams"],
  ["/workspace/views", "Open saved views"],
  ["/workspace/views/projects", "Open saved views"],
  ["/workspace/members", "Open members"],
  [`${settings}/teams`, "Open team settings"],
  [`${settings}/teams`, "Open settings"],
  [`${settings}/preferences`, "Open settings"],
  [`${settings}/preferences`, "Open preferences"],
  [`${settings}/workspace`, "Open settings"],
  ["/workspace/drafts", "Open drafts"],
  ["/workspace/roadmap", "Open roadmap"],
  [`${settings}/teams/ENG`, "Open team settings"],
];

/** What isn't suggested everywhere. */
const nowhereElse = ["Open team settings", "Open preferences"];

async function withViews(test: (use: PaletteUse) => Promise<void>): Promise<void> {
  await withPalette(async (use) => {
    const { ada, world } = use.fullCast;
    const input = { name: "Afoot", kind: "project", scope: "workspace" };
    const { id } = await perform(world.services, ada.member, createView, input);
    use.fullCast.ids.afoot = id;
    const { task } = use.fullCast;
    const begun = await task(ada, { title: "Sand the post", assigneeId: "me" });
    const patch = { status: "progressed" };
    await perform(world.services, ada.member, updateTask, { taskId: begun.id, patch });
    await test(use);
  });
}

function filled(path: string, ids: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/, (_all, name) => ids[name]!);
}

Deno.test("an archived team's settings aren't suggested", () =>
  withPalette(async ({ fullCast: { ada, world }, suggested }) => {
    const path = `${settings}/teams`;
    const input = { name: "Gone", key: "GONE" };
    await perform(world.services, ada.member, createTeam, input);
    const gone = "Open team settings: Gone";
    assert.ok((await suggested(ada, path)).includes(gone));
    await perform(world.services, ada.member, archiveTeam, { teamId: "GONE" });
    assert.ok(!(await suggested(ada, path)).includes(gone));
  }));

Deno.test("the suggestions on each page start with those in the table", () =>
  withViews(async ({ fullCast, list, suggested }) => {
    for (const [path, first] of forManagers) {
      const rows = await suggested(fullCast.ada, filled(path, fullCast.ids));
      assert.deepEqual(rows.slice(0, first.length), first, path);
    }
    for (const [path, group] of promoted) {
      const { results } = await list(fullCast.ada, { path });
      assert.deepEqual(results.slice(0, 2).map((row) => row.group), ["Suggested", group], path);
    }
    for (const [path, titles] of kept) {
      const rows = await suggested(fullCast.ada, path);
      for (const title of titles) assert.ok(rows.includes(title), `${title} at ${path}`);
    }
  }));

Deno.test("a page isn't among its own suggestions, but other pages suggest it", () =>
  withViews(async ({ fullCast, suggested }) => {
    for (const [path, title] of suppressed) {
      assert.ok(!(await suggested(fullCast.ada, path)).includes(title), `${title} at ${path}`);
    }
    const usual = await suggested(fullCast.ada, "/workspace");
    for (const [, title] of suppressed.filter(([, one]) => !nowhereElse.includes(one))) {
      assert.ok(usual.includes(title), title);
    }
  }));

Deno.test("if a member can't create a page's kind of record, its current records come first", () =>
  withViews(async ({ fullCast, list, suggested }) => {
    const { ada, bao, chidi, esra, world } = fullCast;
    assert.equal((await suggested(chidi, "/workspace/tasks"))[0], "Create task");
    assert.notEqual((await suggested(esra, "/workspace/tasks"))[0], "Create task");
    const { results } = await list(chidi, { path: "/workspace/projects" });
    assert.equal(results[0]!.group, "Projects");
    assert.equal((await suggested(chidi, "/workspace/teams"))[0], "Engineering");
    const people = await suggested(chidi, "/workspace/members");
    assert.equal(people[0], "Ada Lovelace");
    assert.ok(people.includes("Bảo Nguyễn"));
    const left = { profileId: bao.member.profile.id };
    await perform(world.services, ada.member, removeMember, left);
    assert.ok(!(await suggested(chidi, "/workspace/members")).includes("Bảo Nguyễn"));
    const automation = await suggested(chidi, "/workspace/settings/automation");
    assert.ok(!automation.includes("Install automation"));
  }));

Deno.test("the palette suggests nearby pages before favorites", () =>
  withViews(async ({ fullCast, list }) => {
    const { ada, ids, world } = fullCast;
    const favorite = { kind: "project", id: ids.project };
    await perform(world.services, ada.member, addFavorite, favorite);
    for (const [path, titles] of kept) {
      const { results } = await list(ada, { path });
      const before = results.slice(0, results.findIndex(({ group }) => group === "Favorites"));
      const shown = before.map(({ title }) => title);
      for (const title of titles) assert.ok(shown.includes(title), `${title} at ${path}`);
    }
  }));

Deno.test("on a team's settings, the suggestions are about this team", () =>
  withPalette(async ({ fullCast, list }) => {
    const { ada, lea, teams } = fullCast;
    const path = `/workspace/settings/teams/${teams.eng}`;
    const hrefs = async (by: typeof ada) =>
      (await list(by, { path })).results.filter(({ group }) => group === "Suggested")
        .map(({ title, href }) => [title, href]);
    const task = ["Create task", `/workspace/tasks/compose?teamId=${teams.eng}`];
    const open = ["Open team", `/workspace/teams/${teams.eng}`];
    assert.deepEqual(await hrefs(ada), [
      ["Invite members", `/workspace/settings/members?create=1&teamId=${teams.eng}`],
      ["Create workflow", "/workspace/settings/workflows?create=1"],
      task,
      open,
    ]);
    assert.deepEqual(await hrefs(lea), [task, open]);
  }));

Deno.test("on a team's settings, invitations include this team, even if the command is typed", () =>
  withPalette(async ({ fullCast, list }) => {
    const { ada, lea, teams } = fullCast;
    const invites = async (q: string, path: string) => {
      const { results, commands } = await list(ada, { q, path });
      const known = commands.map(({ item }) => item);
      return [...results, ...known].filter(({ id }) => id === "invite.members")
        .map(({ href }) => href);
    };
    const there = `/workspace/settings/members?create=1&teamId=${teams.eng}`;
    assert.deepEqual(await invites("invite", `${settings}/teams/ENG`), [there]);
    assert.deepEqual(await invites("", `${settings}/teams/${teams.eng}/members`), [there, there]);
    assert.deepEqual(await invites(">", `${settings}/teams/ENG`), [there]);
    assert.deepEqual(await invites("invite", settings), ["/workspace/settings/members?create=1"]);
    const { results } = await list(lea, { q: "invite", path: `${settings}/teams/ENG` });
    assert.ok(!results.some(({ id }) => id === "invite.members"));
  }));

Deno.test("leads get suggestions only for settings of their own teams", () =>
  withPalette(async ({ fullCast, suggested }) => {
    const rows = await suggested(fullCast.lea, "/workspace/settings/teams");
    const entries = rows.filter((title) => title.startsWith("Open team settings: "));
    assert.deepEqual(entries, ["Open team settings: Engineering"]);
    const none = await suggested(fullCast.esra, "/workspace/settings/teams");
    assert.deepEqual(none.filter((title) => title.startsWith("Open team settings: ")), []);
  }));

Deno.test("on other pages, favorites and actions come before the person's tasks in progress", () =>
  withPalette(async ({ fullCast, list }) => {
    const { chidi, ids, world } = fullCast;
    const run = (operation: typeof updateTask | typeof addFavorite, input: unknown) =>
      // deno-lint-ignore no-explicit-any -- two operations, each with its own input
      perform(world.services, chidi.member, operation as any, input);
    await run(addFavorite, { kind: "project", id: ids.project });
    await run(updateTask, {
      taskId: ids.otherTask,
      patch: { status: "progressed", assigneeId: "me" },
    });
    const { results } = await list(chidi, { path: "/workspace" });
    assert.deepEqual([results[0]!.title, results[0]!.group], ["Gatehouse", "Favorites"]);
    assert.equal(results[1]!.group, "Actions");
    assert.deepEqual([results.at(-1)!.id, results.at(-1)!.group], [ids.otherTask, "Tasks"]);
    const nowhere = await list(chidi);
    assert.deepEqual(nowhere.results[0]!.title, "Gatehouse");
  }));

Deno.test("on the drafts page, the palette suggests drafts of private teams only to those who see the team", () =>
  withViews(async ({ fullCast, suggested }) => {
    const { ada, chidi, dina, teams, task } = fullCast;
    await task(dina, { title: "Hire a smith", teamId: teams.ppl, draft: true });
    for (const by of [ada, dina]) {
      assert.ok((await suggested(by, "/workspace/drafts")).includes("Hire a smith"));
    }
    assert.ok(!(await suggested(chidi, "/workspace/drafts")).includes("Hire a smith"));
  }));
