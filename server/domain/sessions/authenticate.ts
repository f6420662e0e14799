import { type Interface, knownAddress, scopes } from "../core/actor.ts";
import { Unauthenticated } from "../core/errors.ts";
import { isWithin } from "../core/moments.ts";
import type { Services } from "../core/operation.ts";
import { hashToken } from "../core/secrets.ts";
import {
  type Authenticated,
  authenticatedPerson,
  type HolderStatement,
  membershipJoins,
  personFields,
  type PersonRow,
  readHolder,
} from "./token_holder.ts";
import { tokenLifetimes } from "./tokens.ts";

export type { Authenticated } from "./token_holder.ts";

/** The maximum age of `last_seen_at` before a request refreshes it. */
const SEEN_EVERY = 10 * 60_000;
const everyScope: ReadonlySet<(typeof scopes)[number]> = new Set(scopes);

interface Row extends PersonRow {
  session_id: string;
  last_seen_at: string;
  expires_at: string;
}

const holderOfToken: HolderStatement = {
  name: "session",
  sql: `
  select json_object('session_id', s.id, 'last_seen_at', s.last_seen_at,
    'expires_at', k.expires_at, 'active_id', s.workspace_id, ${personFields}) as holder
  from session_tokens k
  join sessions s on s.id = k.session_id and s.revoked_at is null
  join users u on u.id = s.user_id ${membershipJoins("s.workspace_id")}
  where k.hash = ?1 and k.kind = ?3`,
};

/**
 * Finds a session token's holder in one statement: the session, the person, their membership, and their teams. The same
 * token isn't looked up again until the next commit, because revoking is a commit.
 * @param token `cookie` for a browser, `access` for a bearer token. An `unnoticed` request doesn't extend the session. The
 *   session stores the client's network address.
 * @param workspaceId the workspace of the path, or null for the session's workspace
 * @throws Unauthenticated if the token is unknown or expired, or its session has ended
 */
export async function authenticate(
  services: Services,
  token: { value: string; kind: "cookie" | "access"; address?: string; unnoticed?: boolean },
  source: Interface,
  workspaceId: string | null,
): Promise<Authenticated> {
  const now = services.clock();
  const parameters = [workspaceId, token.kind];
  const { row, cachedReads } = await readHolder<Row>(
    services.database,
    holderOfToken,
    token.value,
    parameters,
  );
  if (!row || row.expires_at <= now.toISOString()) {
    throw new Unauthenticated("You aren't signed in, or your session has expired.", {
      code: "token_invalid",
      hint: source === "cli"
        ? 'Sign in again with the command "auth wizard".'
        : "Sign in again, or refresh the session.",
    });
  }
  if (!token.unnoticed) noteSeen(services, row, token);
  const credential = { kind: "session", id: row.session_id, scopes: everyScope } as const;
  return {
    ...authenticatedPerson(services, { row, cachedReads }, credential, source),
    expiresAt: row.expires_at,
  };
}

/**
 * Stores the session's last use now and then, and extends its cookie. The request doesn't wait for this write. If it fails,
 * the next request tries again.
 */
function noteSeen(
  services: Services,
  row: Row,
  { value, kind, address }: { value: string; kind: string; address?: string },
): void {
  const now = services.clock();
  if (isWithin(SEEN_EVERY, row.last_seen_at, now)) return;
  const from = knownAddress(address);
  services.database.write(async (tx) => {
    await tx.updateTable("sessions")
      .set({ last_seen_at: now.toISOString(), ...(from && { address: from }) })
      .where("id", "=", row.session_id).execute();
    if (kind !== "cookie") return;
    await tx.updateTable("session_tokens")
      .set({ expires_at: new Date(now.getTime() + tokenLifetimes.cookie).toISOString() })
      .where("hash", "=", hashToken(value)).execute();
  }).catch((error) => services.logError(error));
}
