import { sql } from "kysely";
import { z } from "zod";
import { behind, cutPage, pageFields } from "../cursor.ts";
import { key } from "../fields.ts";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { requireAutomationManager } from "./manager.ts";
import { automationJson, automationsAndSecrets, readAutomation } from "./record.ts";
import type { Automation } from "./schema.ts";

export interface AutomationPage {
  automations: Json<Automation[]>;
  nextCursor: string | null;
}

/** The workspace's automations, newest first, suspended ones too. @throws Forbidden unless a manager */
export const listAutomations = query({
  name: "automations.list",
  scope: "workspace.automation.manage",
  input: z.strictObject(pageFields),
  async run({ db, actor }, { limit, cursor }): Promise<AutomationPage> {
    requireAutomationManager(actor);
    const { rows } = await sql<{ key: string; json: string }>`
      select a.id as key, ${automationJson} as json from ${automationsAndSecrets}
      where a.workspace_id = ${actor.workspace.id} and a.id < ${behind("automations", cursor)}
      order by a.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("automations", rows, limit);
    return { automations: json, nextCursor };
  },
});

/** One automation. @throws Forbidden unless a manager; NotFound */
export const findAutomation = query({
  name: "automations.find",
  scope: "workspace.automation.manage",
  input: z.strictObject({ automationId: key }),
  run({ db, actor }, { automationId }) {
    requireAutomationManager(actor);
    return readAutomation(db, actor.workspace.id, automationId);
  },
});
