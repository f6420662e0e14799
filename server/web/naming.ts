import type { Principal } from "../domain/core/actor.ts";
import { invalidField } from "../domain/core/errors.ts";
import { perform, type Services } from "../domain/core/operation.ts";
import { updateViewer } from "../domain/profiles/viewer.ts";
import type { Form } from "../http/form.ts";
import { refusalOf } from "./field_errors.ts";

/** Whether a person still has the name that was made from their address. */
export function isUnnamed(principal: Principal): boolean {
  return principal.name === principal.email.split("@")[0];
}

/**
 * Takes the name that a form asked for, if it did.
 * @returns the person by that name
 * @throws Invalid at `yourName`
 */
export async function nameYourself(
  services: Services,
  principal: Principal,
  form: Form,
): Promise<Principal> {
  if (!form.has("yourName")) return principal;
  const name = form.text("yourName") ?? "";
  if (!name.trim()) throw invalidField("yourName", "Say what your colleagues call you.");
  await perform(services, principal, updateViewer, { name }).catch((error) => {
    const refused = refusalOf(error, ["name"]);
    throw invalidField("yourName", refused.errors.name ?? refused.refusal ?? "Use another name.");
  });
  return { ...principal, name };
}
