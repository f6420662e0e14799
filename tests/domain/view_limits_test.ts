import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveView, restoreView } from "../../server/domain/saved_views/archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { findView } from "../../server/domain/saved_views/list.ts";
import { subscribeToView, unsubscribeFromView } from "../../server/domain/saved_views/subscribe.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const tooMany = { status: 409, code: "too_many_views" } as const;

/** Has somebody create views that everybody can see. */
async function createViews(cast: Cast, owner: Person, howMany: number): Promise<string[]> {
  const { run } = planner(cast);
  const ids: string[] = [];
  for (let n = 1; n <= howMany; n++) {
    ids.push((await run(owner, createView, { name: `View ${n}`, scope: "workspace" })).id);
  }
  return ids;
}

Deno.test("a person can have 200 saved views, and archived ones don't count until they are restored", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina } = cast;
    const { run } = planner(cast);
    const [viewId] = await createViews(cast, chidi, 200);
    const full = await refused(createViews(cast, chidi, 1), tooMany);
    assert.equal(full.message, "You already have 200 saved views.");
    await createViews(cast, dina, 1);
    await run(chidi, archiveView, { viewId });
    await createViews(cast, chidi, 1);
    await refused(run(chidi, restoreView, { viewId }), tooMany);
    const others = await refused(run(ada, restoreView, { viewId }), tooMany);
    assert.equal(others.message, "This view's owner already has 200 saved views.");
  }));

Deno.test("a person can subscribe to 50 saved views, and archived ones don't count", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const [last, ...others] = await createViews(cast, ada, 51);
    for (const viewId of others) await run(chidi, subscribeToView, { viewId });
    const subscribe = () => run(chidi, subscribeToView, { viewId: last });
    await refused(subscribe(), { status: 409, code: "too_many_subscriptions" });
    await run(chidi, subscribeToView, { viewId: others[0] });
    await run(ada, subscribeToView, { viewId: last });
    await run(ada, archiveView, { viewId: others[0] });
    await subscribe();
    await run(chidi, unsubscribeFromView, { viewId: last });
    await subscribe();
  }));

Deno.test("restoring a view unsubscribes people who have since reached the limit of 50 subscriptions", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const [first, last, ...others] = await createViews(cast, ada, 51);
    const isSubscribed = async (person: Person) =>
      parseJson((await run(person, findView, { viewId: first })).json).subscribed;
    for (const person of [ada, chidi]) await run(person, subscribeToView, { viewId: first });
    await run(ada, archiveView, { viewId: first });
    for (const viewId of others) await run(chidi, subscribeToView, { viewId });
    await run(ada, restoreView, { viewId: first });
    assert.equal(await isSubscribed(chidi), true);
    await run(ada, archiveView, { viewId: first });
    await run(chidi, subscribeToView, { viewId: last });
    await run(ada, restoreView, { viewId: first });
    assert.equal(await isSubscribed(chidi), false);
    assert.equal(await isSubscribed(ada), true);
  }));
