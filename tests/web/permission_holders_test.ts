import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { joinWorkspace } from "../support/cast.ts";
import { visit } from "../support/visitor.ts";

/** What a page says, as one text. */
const wordsOf = (html: string) =>
  html.replace(/<[^>]+>/g, " ").replaceAll("&#39;", "'").replace(/\s+/g, " ").replaceAll(" .", ".")
    .replaceAll(" ,", ",");

Deno.test("people without a permission see the names of those who have it on the pages of people and teams", () =>
  withApp({}, async (app, cast) => {
    const { world, workspaceId, teams, ada, bao, chidi, esra } = cast;
    const lea = await joinWorkspace(world, workspaceId, "lea", "Lea", "member", [
      teams.eng,
      "lead",
    ]);
    const team = "/workspace/teams/ENG";
    const settings = "/workspace/settings";
    const profile = (one: typeof ada) => `/workspace/members/${one.member.profile.id}`;
    const managers = "Ask Ada Lovelace or B&#7843;o Nguy&#7877;n.";
    const leads = "Ada Lovelace, Lea, or B";
    const composer = "/workspace/tasks/compose";
    const told: [by: typeof ada, path: string, says: string, status?: number][] = [
      [chidi, team, `can change the team and its members. Ask ${leads}`],
      [chidi, `${settings}/teams/ENG`, `You can ask ${leads}`, 403],
      [chidi, `${settings}/teams/ENG/members`, `You can ask ${leads}`, 403],
      [lea, `${settings}/teams/ENG`, `Only owners and admins can archive teams. ${managers}`],
      [
        lea,
        `${settings}/teams/ENG/members`,
        `Only owners and admins can invite people. ${managers}`,
      ],
      [bao, `${settings}/members`, "suspend, or remove owners. Ask Ada Lovelace."],
      [bao, `${settings}/workspace`, "can delete the workspace. Ask Ada Lovelace."],
      [bao, profile(ada), "Only owners can change the roles of owners. Ask Ada Lovelace."],
      [esra, composer, "Only owners, admins, team leads, and team members can. Ask Ada L"],
      [esra, `${composer}?pills=1`, "You can't create tasks"],
      [lea, profile(chidi), "Only owners and admins can change roles. Ask Ada Lovelace or"],
    ];
    for (const [by, path, says, status = 200] of told) {
      const page = await (await visit(app, by.email)).get(path);
      assert.equal(page.status, status, path);
      assert.ok(wordsOf(page.html).includes(says), `${path}: ${wordsOf(page.html)}`);
    }
    // Who may is told nothing of it; nor is anybody led to what they may not
    const all = told.map(([, path]) => path);
    const owner = await visit(app, ada.email);
    for (const path of all) assert.doesNotMatch((await owner.get(path)).html, /whom-to-ask/, path);
    for (const page of ["profile", "workspace"]) {
      const { html } = await owner.get(`${settings}/${page}`);
      assert.match(wordsOf(html), /You're the only owner\./);
      assert.doesNotMatch(html, /id="leave-workspace"/);
    }
    const admin = await visit(app, bao.email);
    assert.match((await admin.get(`${settings}/profile`)).html, /id="leave-workspace"/);
    assert.doesNotMatch((await admin.get(profile(ada))).html, />Manage member</);
    const edits = `${settings}/members?edit=${ada.member.profile.id}`;
    assert.doesNotMatch((await admin.get(edits)).html, /id="role-prof_/);
  }));
