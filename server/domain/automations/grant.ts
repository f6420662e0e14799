import type { Member, Scope } from "../core/actor.ts";
import { defaultScopes } from "../personal_tokens/schema.ts";
import { Forbidden } from "../core/errors.ts";
import type { Automation } from "./schema.ts";

type Scopes = Automation["scopes"];

/**
 * Returns the scopes of a new automation: the given ones, or by default the read scopes of the creator's token.
 * @throws Forbidden with the scopes that the creator's token lacks
 */
export function grantedScopes(actor: Member, named: Scopes | undefined): Scopes {
  const reading = defaultScopes as Scopes;
  const granted = named ?? reading.filter((scope) => actor.credential.scopes.has(scope));
  requireGrantable(actor, granted.length > 0 ? granted : reading);
  return granted;
}

/**
 * Checks that a token has the scopes that it grants. The holder of an automation's secret has the automation's scopes,
 * so a token that granted more scopes, or rotated the secret of an automation with more, would exceed itself. A session
 * has every scope. `RULES.md`, Permissions
 * @throws Forbidden with the missing scopes
 */
export function requireGrantable(actor: Member, scopes: readonly Scope[]): void {
  const missing = scopes.filter((scope) => !actor.credential.scopes.has(scope));
  if (missing.length === 0) return;
  const named = missing.join(", ").replace(/, (?=[^,]*$)/, " and ");
  throw new Forbidden(
    `This token doesn't have ${named}, so it can't grant ${
      missing.length === 1 ? "this scope" : "these scopes"
    } to an automation.`,
    {
      code: "missing_scope",
      hint: "Choose only scopes that your token has, sign in, or use a token with more scopes.",
    },
  );
}
