import assert from "node:assert/strict";
import { createAgent } from "../../server/domain/agents/create.ts";
import { updateAgent } from "../../server/domain/agents/update.ts";
import { createAutomation } from "../../server/domain/automations/create.ts";
import { updateAutomation } from "../../server/domain/automations/update.ts";
import { nameColumns } from "../../server/domain/core/name_key.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { titlesOf, withPalette } from "../support/palette.ts";

Deno.test("leads of a team are offered first, and commentators and former members aren't offered", () =>
  withPalette(async ({ fullCast, menu }) => {
    const { bao, ids } = fullCast;
    const people = (await menu(bao, ids.otherTask!)).filter(({ group }) => group === "Assignee");
    assert.deepEqual(titlesOf(people), [
      "Assign task to me",
      "Assign task to Ada Lovelace",
      "Assign task to Lea Brandt",
      "Assign task to Chidi Eze",
    ]);
    const leads = titlesOf(await menu(bao, ids.project!)).filter((title) =>
      /^Set project lead/.test(title)
    );
    assert.ok(
      leads.includes("Set project lead: Tove Lind") &&
        !leads.includes("Set project lead: Remo Conti"),
    );
    assert.ok(
      leads.indexOf("Set project lead: Chidi Eze") < leads.indexOf("Set project lead: Tove Lind"),
    );
    const inside = titlesOf(await menu(bao, ids.privateProject!));
    assert.ok(
      inside.includes("Set project lead: דינה כהן") &&
        !inside.includes("Set project lead: Chidi Eze"),
    );
  }));

Deno.test("menus offer an agent unless the agent or its automation is suspended", () =>
  withPalette(async ({ fullCast, menu }) => {
    const { ada, ids, teams, world } = fullCast;
    const bot = { name: "Release bot" };
    const { id: automationId } = await perform(world.services, ada.member, createAutomation, bot);
    const named = { automationId, name: "Scribe", teamIds: [teams.eng] };
    const { id: agentId } = await perform(world.services, ada.member, createAgent, named);
    const titles = async () =>
      titlesOf([...await menu(ada, ids.otherTask!), ...await menu(ada, ids.project!)])
        .filter((title) => title.endsWith(" Scribe"));
    const suspend = async (agent: boolean, automation: boolean) => {
      const { services } = world;
      await perform(services, ada.member, updateAgent, { agentId, patch: { suspended: agent } });
      const patch = { suspended: automation };
      await perform(services, ada.member, updateAutomation, { automationId, patch });
    };
    assert.deepEqual(await titles(), ["Assign task to Scribe", "Set project lead: Scribe"]);
    await suspend(true, false);
    assert.deepEqual(await titles(), []);
    await suspend(false, true);
    assert.deepEqual(await titles(), []);
    await suspend(false, false);
    assert.equal((await titles()).length, 2);
  }));

Deno.test("a text filters a menu, and finds records beyond the menu's first page", () =>
  withPalette(async ({ fullCast, menu }) => {
    const { ada, ids, world, workspaceId } = fullCast;
    await world.database.write(async (tx) => {
      for (let n = 0; n < 120; n++) {
        const number = String(n).padStart(3, "0");
        await tx.insertInto("task_labels").values({
          id: `label_${number}`,
          workspace_id: workspaceId,
          ...nameColumns(`Kind ${number}`),
          color: "blue",
          description: null,
          created_at: world.clock.now().toISOString(),
          archived_at: null,
        }).execute();
      }
    });
    const labels = async (q?: string) =>
      titlesOf((await menu(ada, ids.task!, q)).filter(({ group }) => group === "Labels"));
    assert.equal((await labels()).length, 50);
    assert.ok(!(await labels()).includes("Add task label: Kind 119"));
    assert.deepEqual(await labels("kind 119"), ["Add task label: Kind 119"]);
    assert.deepEqual(titlesOf(await menu(ada, ids.task!, "priority URG")), [
      "Set task priority: Urgent",
    ]);
    assert.deepEqual(titlesOf(await menu(ada, ids.otherTask!, "assign chi")), [
      "Assign task to Chidi Eze",
    ]);
    assert.deepEqual(await menu(ada, ids.task!, "zzz"), []);
  }));
