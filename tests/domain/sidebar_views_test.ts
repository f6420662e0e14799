import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { archiveView } from "../../server/domain/saved_views/archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViews } from "../../server/domain/saved_views/list.ts";
import { listSidebarViews } from "../../server/domain/saved_views/sidebar.ts";
import { type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

Deno.test("the sidebar lists the active views among the viewer's visible team views and favorites", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams, world } = cast;
    const make = (name: string, more: Record<string, unknown>) =>
      perform(world.services, ada.member, createView, { kind: "task", name, ...more });
    const own = await make("Own", { scope: "personal" });
    await make("Other", { scope: "workspace" });
    await make("Hidden", { scope: "team", teamId: teams.ppl });
    await make("Gates", { scope: "team", teamId: teams.eng });
    const old = await make("Old", { scope: "team", teamId: teams.eng });
    await perform(world.services, ada.member, archiveView, { viewId: old.id });
    await perform(world.services, ada.member, addFavorite, { kind: "view", id: own.id });
    const listed = async (by: Person) =>
      (await perform(world.services, by.member, listSidebarViews, {}))
        .map(({ name, ofTeam }) => `${name} ${ofTeam}`);
    assert.deepEqual(await listed(ada), ["Gates true", "Hidden true", "Own false"]);
    assert.deepEqual(await listed(chidi), ["Gates true"]);
  }));

Deno.test("views of a private team's project are listed only for people who can see the project", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, teams, world: { services } } = cast;
    const { id: projectId } = await planner(cast).project(ada, { teamIds: [teams.ppl] });
    const view = { kind: "task", name: "Plan", scope: "project", projectId };
    await perform(services, ada.member, createView, view);
    const listed = async (by: Person) => (await listAll(services, by.member, listViews)).length;
    assert.deepEqual([await listed(dina), await listed(chidi)], [1, 0]);
  }));
