import { operation } from "../core/operation.ts";
import { parseJson } from "../core/json.ts";
import { requireGrantable } from "./grant.ts";
import { requireAutomationManager } from "./manager.ts";
import { readAutomation } from "./record.ts";
import { type AutomationCredential, SecretRotation } from "./schema.ts";
import { endSecret, issueSecret } from "./secret.ts";
import { recordAccessChange } from "./record_access_change.ts";

/** An automation's new secret: shown here and never again. */
export interface NewSecret {
  secret: string;
  credential: AutomationCredential;
}

/**
 * Creates a new secret for an automation. The old secret and its tokens stop working immediately. If two people rotate
 * it at the same time, the later secret is valid.
 * @throws Forbidden unless a manager, and with a token that has fewer scopes than the automation; NotFound
 */
export const rotateSecret = operation({
  name: "automations.rotateSecret",
  scope: "workspace.automation.manage",
  input: SecretRotation,
  async run(context, { automationId: named, credentialLabel }): Promise<NewSecret> {
    const { tx, actor, now } = context;
    requireAutomationManager(actor);
    const { id: automationId, json } = await readAutomation(context, actor.workspace.id, named);
    const { name, scopes } = parseJson(json);
    requireGrantable(actor, scopes);
    await endSecret(context, automationId);
    const issued = await issueSecret(context, automationId, credentialLabel);
    await tx.updateTable("automations")
      .set((e) => ({ version: e("version", "+", 1), updated_at: now.toISOString() }))
      .where("id", "=", automationId).execute();
    await recordAccessChange(context, { id: automationId, name }, {
      kind: "automation.secret_rotated",
      data: { to: issued.credential.id },
    });
    return issued;
  },
});
