import { automationIdOf } from "../automations/record.ts";
import type { Member } from "../core/actor.ts";
import { invalidField, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";

/**
 * Returns the ID of the automation in an input.
 * @param word an ID or a name
 * @throws Invalid unless there is exactly one such automation
 */
export async function resolveAutomation(
  context: ReadContext<Member>,
  word: string,
): Promise<string> {
  const { db, actor } = context;
  const id = await automationIdOf(context, actor.workspace.id, word).catch((error) => {
    if (error instanceof NotFound) throw unknownAutomation(error.message);
    throw error;
  });
  const found = await db.selectFrom("automations").select("id")
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  if (found) return id;
  throw unknownAutomation(`Automation ${word} not found.`);
}

function unknownAutomation(message: string) {
  return invalidField("automationId", message, {
    code: "unknown_automation",
    hint: "To find the automation's ID, list the automations.",
  });
}
