import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { archiveEntries } from "../../server/domain/inbox/mark.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { withCast } from "../support/cast.ts";
import { heard, inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { gallery } from "../support/views.ts";
import { createWorld } from "../support/world.ts";

Deno.test("subscribers are notified when their view is changed", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const made = await perform(services, cast.ada.member, createView, {
      name: "Urgent",
      scope: "workspace",
    });
    for (const by of [cast.ada, cast.chidi]) {
      await perform(services, by.member, subscribeToView, { viewId: made.id });
    }
    const patch = { filters: { priority: "urgent" } };
    await perform(services, cast.ada.member, updateView, { viewId: made.id, patch });
    const [entry] = await inboxOf(cast, cast.chidi);
    assert.deepEqual(
      [
        entry?.kind,
        entry?.subject.kind,
        entry?.subject.title,
        entry?.subject.url?.replace(/-\w{5}$/, "-…"),
      ],
      ["viewUpdate", "taskView", "Urgent", "https://backlog.example/workspace/view/urgent-…"],
    );
    assert.deepEqual([await heard(cast, cast.ada), await heard(cast, cast.esra)], [[], []]);
  }));

Deno.test("saving an unchanged view notifies nobody", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const filters = { label: "bug", status: "planned,progressed" };
    const made = await perform(services, cast.ada.member, createView, {
      name: "Urgent",
      scope: "workspace",
      filters,
    });
    await perform(services, cast.chidi.member, subscribeToView, { viewId: made.id });
    const patch = { name: "Urgent", filters: { status: "progressed, planned", label: "BUG" } };
    const same = await perform(services, cast.ada.member, updateView, { viewId: made.id, patch });
    assert.deepEqual([same.version, await heard(cast, cast.chidi)], [made.version, []]);
  }));

Deno.test("an archived entry of a view returns with only the newly entered tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const { view, arrived } = gallery(cast);
    await view({ name: "All" }, [chidi]);
    for (const title of ["One", "Two"]) await cast.task(ada, { title });
    const [entry] = await inboxOf(cast, chidi);
    await run(chidi, archiveEntries, { notificationIds: [entry!.id] });
    await cast.task(ada, { title: "Three" });
    assert.deepEqual(await arrived(chidi), [["All", "Three", 1]]);
  }));

Deno.test("subscribers of a view get no notifications while the view is personal", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const { view, arrived } = gallery(cast);
    const viewId = await view({ name: "All" }, [ada, chidi]);
    await run(ada, updateView, { viewId, patch: { scope: "personal" } });
    await cast.task(ada, { title: "Mine" });
    await run(ada, updateView, { viewId, patch: { scope: "workspace" } });
    const entries = await inboxOf(cast, chidi);
    assert.deepEqual(entries.map(({ arrivals }) => arrivals), [0]);
    assert.deepEqual(await arrived(chidi), [["All", null, 0]]);
  }));
