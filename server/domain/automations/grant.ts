import type { Member, Scope } from "../core/actor.ts";
import { defaultScopes } from "../personal_tokens/schema.ts";
import { Forbidden } from "../core/errors.ts";
import type { Automation } from "./schema.ts";

type Scopes = Automation["scopes"];

/**
 * The scopes that a new automation is given: those that its maker names, and where they name none, the reading ones,
 * of which a token gives those that it carries.
 * @throws Forbidden naming the scopes that the maker's token can't give
 */
export function grantedScopes(actor: Member, named: Scopes | undefined): Scopes {
  const reading = defaultScopes as Scopes;
  const granted = named ?? reading.filter((scope) => actor.credential.scopes.has(scope));
  requireGrantable(actor, granted.length > 0 ? granted : reading);
  return granted;
}

/**
 * Holds that a token carries what it is about to give: whoever holds an automation's secret can do what the automation
 * can, so a token that gave more, or asked for the secret of one that has more, would exceed itself. A session
 * carries every scope. `RULES.md`, Permissions
 * @throws Forbidden naming what is missing
 */
export function requireGrantable(actor: Member, scopes: readonly Scope[]): void {
  const missing = scopes.filter((scope) => !actor.credential.scopes.has(scope));
  if (missing.length === 0) return;
  const named = missing.join(", ").replace(/, (?=[^,]*$)/, " and ");
  throw new Forbidden(
    `This token doesn't have ${named}, so it can't grant them to an automation.`,
    {
      code: "missing_scope",
      hint: "Choose only scopes that your token has, sign in, or use a token with more scopes.",
    },
  );
}
