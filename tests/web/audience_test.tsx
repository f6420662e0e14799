import assert from "node:assert/strict";
import { page } from "../../server/web/page.ts";
import { servePage } from "../../server/web/serve_page.tsx";
import { tableOf } from "../../server/web/table.ts";
import type { Who } from "../../server/web/audience.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a page outside a member's audience is refused, as a whole and in part, before it reads anything", () =>
  withApp({}, async (app, { ada, bao, chidi }) => {
    const read: string[] = [];
    const pageFor = (who: Who) =>
      page({
        path: `/workspace/for/${who}`,
        who,
        read: () => ({ read: read.push("page") }),
        parts: {
          more: () => {
            read.push("part");
            return Promise.resolve({ view: <p>More of it</p>, address: null });
          },
        },
      }).shows({ title: () => "For some", main: () => <p>All of it</p> });
    const table = tableOf([pageFor("owners"), pageFor("managers"), pageFor("members")], []);
    for (const { path } of table.pages) app.app.get(path, (c) => servePage(c, table));

    const people = { owner: ada, admin: bao, member: chidi };
    const gets = { owners: ["owner"], managers: ["owner", "admin"], members: Object.keys(people) };
    for (const [role, { email }] of Object.entries(people)) {
      const visitor = await visit(app, email);
      for (const [who, roles] of Object.entries(gets)) {
        read.length = 0;
        const path = `/workspace/for/${who}`;
        const whole = await visitor.get(path);
        const part = await visitor.part("GET", `${path}?more=1`, "/workspace/tasks");
        const may = roles.includes(role);
        assert.deepEqual(
          [whole.status, part.status],
          may ? [200, 200] : [403, 403],
          `${role} ${who}`,
        );
        assert.deepEqual(read, may ? ["page", "part"] : [], `${role} ${who}`);
        assert.equal(whole.html.includes("All of it"), may);
        assert.equal(part.html.includes("More of it"), may);
      }
    }
  }));

Deno.test("a path with a parameter never replaces a literal path, in any order of the table", () =>
  withApp({}, async (app, { ada }) => {
    const pageAt = (path: string) =>
      page({ path, who: "members", read: () => ({ path }) })
        .shows({ title: () => "Some", main: (shown) => <p id="path">{shown.path}</p> });
    const paths = ["/workspace/some/:one/b", "/workspace/some/:one/:two", "/workspace/some/a/:two"];
    const table = tableOf([...paths.map(pageAt), pageAt("/workspace/some/a/b")], []);
    for (const { path } of table.pages) app.app.get(path, (c) => servePage(c, table));
    const visitor = await visit(app, ada.email);
    for (
      const [asked, path] of [
        ["/workspace/some/a/b", "/workspace/some/a/b"],
        ["/workspace/some/a/c", "/workspace/some/a/:two"],
        ["/workspace/some/c/b", "/workspace/some/:one/b"],
        ["/workspace/some/c/d", "/workspace/some/:one/:two"],
      ] as const
    ) assert.ok((await visitor.get(asked)).html.includes(`<p id="path">${path}</p>`), asked);
  }));
