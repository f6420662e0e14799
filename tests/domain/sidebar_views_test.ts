import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { archiveView } from "../../server/domain/saved_views/archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listSidebarViews } from "../../server/domain/saved_views/sidebar.ts";
import { type Person, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

Deno.test("the sidebar lists the viewer's visible team views and favorite views, if unarchived", () =>
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
