import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

Deno.test("task lists and task pages link to the roadmap for members who can see the roadmap", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    await cast.task(ada, { title: "Mend the gate" });
    const [owner, member] = [await visit(app, ada.email), await visit(app, chidi.email)];
    const linkedBy = async (browser: typeof owner) => {
      const found: boolean[] = [];
      for (const path of ["tasks", "tasks?layout=board", "tasks/ENG-1"]) {
        const { html } = await browser.get(`/workspace/${path}`);
        const bar = /<header id="bar".*?<\/header>/s.exec(html)![0];
        found.push(/href="\/workspace\/roadmap" aria-label="Roadmap"/.test(bar));
      }
      return found;
    };
    assert.deepEqual(await linkedBy(owner), [true, true, true]);
    assert.deepEqual(await linkedBy(member), [false, false, false]);
    await planner(cast).project(ada, { key: "GATE", leadId: chidi.member.profile.id });
    assert.deepEqual(await linkedBy(member), [true, true, true]);
  }));
