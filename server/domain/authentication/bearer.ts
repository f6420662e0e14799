import type { Interface, Scope } from "../core/actor.ts";
import { authenticateAutomation } from "../automations/authenticate.ts";
import { Unauthenticated } from "../core/errors.ts";
import type { Services } from "../core/operation.ts";
import { tokenPrefixes } from "../core/secrets.ts";
import { authenticate } from "../sessions/authenticate.ts";
import {
  type Authenticated,
  authenticatedPerson,
  type HolderStatement,
  membershipJoins,
  personFields,
  type PersonRow,
  readHolder,
} from "../sessions/token_holder.ts";
import { noteCredentialUsed } from "../credentials/note_used.ts";

/** The data of a request with a token. */
export interface Bearer {
  token: string;
  /** The agent that an automation acts as: a profile's ID. A person's token ignores it. */
  agentId: string | undefined;
  /** The network address, if known. */
  address?: string;
  /** Whether the token is only checked, so that its last use doesn't change. */
  unnoticed?: boolean;
}

/**
 * Authenticates a token of any kind, which its prefix shows.
 * @param workspaceId the workspace of the path; defaults to the token's active workspace
 * @throws Unauthenticated for an invalid, expired, or revoked token; Forbidden for a suspended automation, and
 *   for an agent that is suspended or not the automation's. `RULES.md`, Permissions
 */
export function authenticateBearer(
  services: Services,
  { token, agentId, address, unnoticed }: Bearer,
  source: Interface,
  workspaceId: string | null,
): Promise<Authenticated> {
  if (token.startsWith(tokenPrefixes.automationSecret)) {
    throw new Unauthenticated("You can use an automation's secret only to get an access token.", {
      code: "exchange_required",
      hint: source === "cli"
        ? 'Run "auth exchange --save" to get an access token and store it.'
        : "Exchange the secret at POST /api/v1/automation-auth/exchange, then use the access token it returns.",
    });
  }
  if (token.startsWith(tokenPrefixes.automationAccess)) {
    return authenticateAutomation(services, { token, agentId, unnoticed }, source, workspaceId);
  }
  if (token.startsWith(tokenPrefixes.pat)) {
    return authenticatePat(services, { token, unnoticed }, source, workspaceId);
  }
  return authenticate(
    services,
    { value: token, kind: "access", ...(address && { address }), ...(unnoticed && { unnoticed }) },
    source,
    workspaceId,
  );
}

interface Row extends PersonRow {
  credential_id: string;
  scopes: Scope[];
  last_used_at: string | null;
  expires_at: string | null;
}

const holderOfPat: HolderStatement = {
  name: "pat",
  sql: `
  select json_object('credential_id', c.id, 'scopes', json(c.scopes),
    'last_used_at', c.last_used_at,
    'expires_at', c.expires_at, 'active_id', c.workspace_id, ${personFields}) as holder
  from credentials c
  join users u on u.id = c.user_id ${membershipJoins("c.workspace_id")}
  where c.hash = ?1 and c.kind = 'pat' and c.revoked_at is null
    and exists (select 1 from profiles o where o.user_id = u.id and o.removed_at is null)`,
};

/** Authenticates a personal access token. Without any workspace, its owner can't use it. */
async function authenticatePat(
  services: Services,
  { token, unnoticed }: Pick<Bearer, "token" | "unnoticed">,
  source: Interface,
  workspaceId: string | null,
): Promise<Authenticated> {
  const now = services.clock();
  const { row, cachedReads } = await readHolder<Row>(services.database, holderOfPat, token, [
    workspaceId,
  ]);
  if (!row || (row.expires_at !== null && row.expires_at <= now.toISOString())) {
    throw new Unauthenticated("This personal access token is invalid, expired, or revoked.", {
      code: "token_invalid",
      hint: source === "cli"
        ? 'Sign in with the command "auth wizard", then create a new token with "pat create --use".'
        : "Create a new token in the settings, under Security.",
    });
  }
  const { credential_id: id, last_used_at: lastUsedAt } = row;
  if (!unnoticed) noteCredentialUsed(services, { id, lastUsedAt }, now);
  const credential = { kind: "pat", id, scopes: new Set(row.scopes) } as const;
  return authenticatedPerson(services, { row, cachedReads }, credential, source);
}
