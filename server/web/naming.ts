import type { Principal } from "../domain/core/actor.ts";
import type { Form } from "../http/form.ts";

/** Whether a person still has the name that was made from their address. */
export function isUnnamed(principal: Principal): boolean {
  return principal.name === principal.email.split("@")[0];
}

/** The name that a form asked for, if it did. */
export function yourNameIn(form: Form): { yourName?: string } {
  const yourName = form.text("yourName");
  return yourName === undefined ? {} : { yourName };
}
