import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { joinWorkspace } from "../support/cast.ts";
import { nearSearches, sourceSearches } from "../support/palette_source_searches.ts";
import { type PaletteUse, withPalette } from "../support/palette.ts";

/** One record of every kind, with different words in each property that search uses. */
async function addRecords({ fullCast }: PaletteUse): Promise<{ dredge: string }> {
  const { ada, ids, world, workspaceId, chidi } = fullCast;
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const run = (operation: any, input: unknown, by = ada): Promise<any> =>
    perform(world.services, by.member, operation, input);
  const dredge = await fullCast.task(ada, {
    title: "Dredge the moat",
    description: "With the windlass of the mill.",
    projectId: ids.project,
    assigneeId: ids.chidi,
    status: "progressed",
    priority: "urgent",
    tags: ["Hinge"],
  });
  await run(createComment, { taskId: dredge.id, body: "The portcullis first." }, chidi);
  await fullCast.task(ada, { title: "Paint the fence", status: "completed" });
  for (const title of ["Billng of 1840", "Billings of the smithy", "Raodmap"]) {
    await fullCast.task(ada, { title });
  }
  const bell = { title: "Forge a bell", description: "And its clapper.", tags: ["Hinge"] };
  await fullCast.task(ada, { ...bell, draft: true });
  await run(createProject, {
    name: "Harbour wall",
    key: "HARB",
    summary: "A breakwater",
    description: "Of limestone.",
    leadId: ids.tove,
    memberIds: [ids.lea],
    labels: ["Infrastructure"],
    teamIds: [ids.support],
    status: "planned",
    priority: "urgent",
  });
  const zeno = await joinWorkspace(world, workspaceId, "zeno", "Zeno Marsh", "member", [
    ids.support!,
    "member",
  ]);
  await run(updateProfile, {
    patch: { title: "Keeper of the lighthouse", bio: "Reads semaphore." },
  }, zeno);
  await run(createTeam, {
    name: "Stonemasons",
    key: "STM",
    description: "They mix mortar.",
    expertiseArea: "Masonry and vaults",
  });
  await run(createView, { name: "Seaward", description: "All saltwater", scope: "workspace" });
  await run(createView, { name: "Ships afoot", kind: "project", scope: "workspace" });
  return { dredge: dredge.reference.replace("ENG-", "") };
}

Deno.test("records are found by all their properties, and similar names come after exact ones", () =>
  withPalette(async (use) => {
    const { dredge } = await addRecords(use);
    const wrong: string[] = [];
    for (const [text, first] of [...sourceSearches, ...nearSearches]) {
      const typed = text.replace("{dredge}", dredge);
      const [found] = await use.results(use.fullCast.ada, typed);
      if (found?.title !== first) wrong.push(`${typed} → ${found?.title}, not ${first}`);
    }
    assert.deepEqual(wrong, []);
  }));
