import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { requireAutomationManager } from "./manager.ts";
import { automationJson, automationsAndSecrets, readAutomation } from "./record.ts";
import type { Automation } from "./schema.ts";

const newestFirst: ListOrder = { list: "automations", by: ["a.id"], descending: true };

/** Lists the workspace's automations, newest first, including suspended ones. @throws Forbidden unless a manager */
export const listAutomations = query({
  name: "automations.list",
  scope: "workspace.automation.manage",
  input: z.strictObject(pageFields),
  async run(context, page): Promise<ListPage<Automation>> {
    const { actor } = context;
    requireAutomationManager(actor);
    return await readPage(context, newestFirst, page, {
      json: automationJson,
      from: automationsAndSecrets,
      where: [sql`a.workspace_id = ${actor.workspace.id}`],
    });
  },
});

/** Reads an automation. @throws Forbidden unless a manager; NotFound */
export const findAutomation = query({
  name: "automations.find",
  scope: "workspace.automation.manage",
  input: z.strictObject({ automationId: keys.automation }),
  run(context, { automationId }) {
    const { actor } = context;
    requireAutomationManager(actor);
    return readAutomation(context, actor.workspace.id, automationId);
  },
});
