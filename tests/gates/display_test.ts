import assert from "node:assert/strict";
import { firstLook } from "../../server/domain/preferences/schema.ts";
import { View, viewFilters } from "../../server/domain/saved_views/schema.ts";
import { queryOf } from "../../server/web/tasks/list_query.ts";
import { omitDefaultDisplay } from "../../server/web/tasks/view_query.ts";
import { type DisplayParameter, displayParameters } from "../../views/tasks/display_parameters.ts";
import { filterFields } from "../../views/tasks/filters/fields.ts";
import { call, withApp } from "../support/app.ts";
import { decoded } from "../support/listed.ts";
import { assertNone } from "../support/missing.ts";
import { visit } from "../support/visitor.ts";

/** The fields in which a saved view and a person's preferences store the display parameters of a list's URL. */
const kept: Record<DisplayParameter, keyof View & keyof typeof firstLook> = {
  layout: "layout",
  group: "grouping",
  subgroup: "subgrouping",
  sort: "sorting",
  subTasks: "subTasks",
  hidden: "hidden",
  density: "density",
};

/** Display options that are stored per person but aren't part of a saved view, with reasons. */
const apart = {
  folded: "what one has read is one's own",
  hiddenColumns: "a column that one hides is one's own",
  shownColumns: "the same",
  closed: "a view's filters say it",
};

Deno.test("a saved view and preferences store every display parameter of a list's URL", () => {
  assertNone(
    Object.keys(firstLook).filter((field) =>
      !Object.values<string>(kept).includes(field) && !Object.hasOwn(apart, field)
    ),
    (field) =>
      `No saved view keeps "${field}" of how a list looks (preferences/schema.ts). Add the view's ` +
      'field to "kept" in tests/gates/display_test.ts, or the reason to "apart" there.',
  );
  for (const field of Object.values(kept)) assert.ok(field in View.shape, field);
  for (const field of [...filterFields, "q"]) assert.ok(field in viewFilters.task.shape, field);
});

/** Returns the fields of a view saved from the list at a URL. */
function viewOf(search: string): Record<string, unknown> {
  const query = queryOf(new URLSearchParams(search));
  const display = displayParameters.flatMap((name) => {
    const said = query[name];
    return said ? [[kept[name], name === "hidden" ? said.split(",") : said]] : [];
  });
  const filters = [...filterFields, "q" as const].flatMap((name) =>
    query[name] ? [[name, query[name]]] : []
  );
  return { ...Object.fromEntries(display), filters: Object.fromEntries(filters) };
}

Deno.test("a view stores every choice in Display, and its page opens with these choices", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const teamId = cast.teams.eng;
    const begun = [
      "",
      "layout=board&group=priority",
      `teamId=${teamId}&group=label&subgroup=assignee`,
      "subTasks=below&hidden=priority,labels&density=compact&status=planned",
    ];
    const addresses = new Set<string>();
    const other = new Set<string>();
    for (const search of begun) {
      const { html } = await visitor.get(`/workspace/tasks/display?${search}`);
      for (
        const [, name, value] of html.matchAll(/role="option"[^>]* name="(\w+)" value="([^"]*)"/g)
      ) {
        if (name === "show") addresses.add(decoded(value!));
        else if (name !== "workspaceId" && name !== "out") other.add(name!);
      }
      addresses.add(search);
    }
    assert.deepEqual([...other].sort(), ["density", "reset", "subTasks", "toggle"]);
    assert.ok(addresses.size > 30, `${addresses.size} addresses`);
    const path = `/workspaces/${cast.workspaceId}/views`;
    const saved: [key: string, search: string][] = [];
    for (const search of addresses) {
      const name = `View ${saved.length}`;
      const body = { name, ...viewOf(search) };
      const made = await call(app, `POST ${path}`, { as: cast.ada, body });
      assert.equal(made.status, 201, `${search}: ${JSON.stringify(made.body)}`);
      saved.push([made.body.view.key, search]);
    }
    for (const [key, search] of saved) {
      const { html } = await visitor.get(`/workspace/view/${key}`);
      const asked = /name="query" value="([^"]*)"/.exec(html)![1]!;
      const { view, since, ...shown } = queryOf(new URLSearchParams(decoded(asked)));
      assert.deepEqual([view, since], [key, "1"]);
      const list = queryOf(new URLSearchParams(search));
      assert.deepEqual(omitDefaultDisplay(shown), omitDefaultDisplay(list), search);
      assert.doesNotMatch(html, /class="filter-bar view-edited"/, search);
    }
  }));
