import assert from "node:assert/strict";
import { archiveMilestone, restoreMilestone } from "../../server/domain/milestones/update.ts";
import { createMilestone } from "../../server/domain/milestones/create.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import {
  archiveProjectLabel,
  restoreProjectLabel,
} from "../../server/domain/project_labels/update.ts";
import { createProjectTemplate } from "../../server/domain/project_templates/create.ts";
import {
  archiveProjectTemplate,
  restoreProjectTemplate,
} from "../../server/domain/project_templates/update.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createTaskTemplate } from "../../server/domain/task_templates/create.ts";
import {
  archiveTaskTemplate,
  restoreTaskTemplate,
} from "../../server/domain/task_templates/update.ts";
import { archiveWorkflow, restoreWorkflow } from "../../server/domain/workflows/archive.ts";
import { createWorkflow } from "../../server/domain/workflows/create.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

// deno-lint-ignore no-explicit-any -- operations of several nouns, each with its own input and record
type Any = Operation<any, any, any>;

/** What has a name and comes back: how it is made, archived and restored, and what its id is called. */
const nouns: [noun: string, id: string, make: Any, archive: Any, restore: Any][] = [
  ["workflow", "workflowId", createWorkflow, archiveWorkflow, restoreWorkflow],
  ["project label", "labelId", createProjectLabel, archiveProjectLabel, restoreProjectLabel],
  [
    "project template",
    "templateId",
    createProjectTemplate,
    archiveProjectTemplate,
    restoreProjectTemplate,
  ],
  ["task template", "templateId", createTaskTemplate, archiveTaskTemplate, restoreTaskTemplate],
];

/** When a record was archived, of whatever shape it was answered in. */
function archivedAt(found: { json?: string; archivedAt?: string | null }): string | null {
  return found.json ? JSON.parse(found.json).archivedAt : found.archivedAt ?? null;
}

for (const [noun, id, make, archive, restore] of nouns) {
  Deno.test(`an archived ${noun} can be restored once, unless its name was reused`, () =>
    withCast(createWorld(), async ({ world, ada, bao, chidi }) => {
      const run = (operation: Any, input: unknown) =>
        perform(world.services, ada.member, operation, input);
      const made = await run(make, { name: "Rounds" });
      assert.ok(archivedAt(await run(archive, { [id]: made.id })));
      const other = await run(make, { name: "rounds" });
      await refused(run(restore, { [id]: made.id }), { status: 409, code: "name_taken" });
      await run(archive, { [id]: other.id });
      assert.equal(archivedAt(await run(restore, { [id]: made.id })), null);
      await changesOnly(world.database, [], () => run(restore, { [id]: made.id }));
      for (const by of [bao, chidi].filter(({ member }) => member.role === "member")) {
        const attempt = perform(world.services, by.member, restore, { [id]: made.id });
        await refused(attempt, { status: 403 });
      }
    }));
}

Deno.test("a restored milestone comes last", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    const run = (operation: Any, input: unknown) =>
      perform(world.services, ada.member, operation, input);
    const { id: projectId } = await run(createProject, { name: "Gatehouse" });
    const first = await run(createMilestone, { projectId, name: "Alpha" });
    await run(createMilestone, { projectId, name: "Beta" });
    const which = { projectId, milestoneId: first.id };
    await run(archiveMilestone, which);
    const back = await run(restoreMilestone, which);
    assert.deepEqual([back.archivedAt, back.position], [null, 1]);
  }));

Deno.test("a list of projects includes archived ones on request, together with any other filter", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    const run = (operation: Any, input: unknown) =>
      perform(world.services, ada.member, operation, input);
    const input = { leadId: "me", status: "active" };
    await run(createProject, { name: "Gatehouse", ...input });
    // Ids of one moment sort in any order
    world.clock.advance({ seconds: 1 });
    const { id: projectId } = await run(createProject, { name: "Footbridge", ...input });
    await run(archiveProject, { projectId });
    const names = async (query: Record<string, string>) =>
      parseJson<{ name: string }[]>((await run(listProjects, query)).records)
        .map(({ name }) => name);
    const queries: Record<string, string>[] = [{}, { leadId: "me" }, { status: "active" }, input];
    for (const filters of queries) {
      assert.deepEqual(await names(filters), ["Gatehouse"]);
      const all = await names({ ...filters, includeArchived: "true" });
      assert.deepEqual(all, ["Footbridge", "Gatehouse"]);
    }
  }));
