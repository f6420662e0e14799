import { sql } from "kysely";
import { type Door, type Member, type Principal, scopes, type TeamRole } from "../actor.ts";
import { Unauthenticated } from "../errors.ts";
import type { Db, Services } from "../operation.ts";
import { hashToken } from "../secrets.ts";
import { lifetimes } from "./open.ts";

/** How old `last_seen_at` may get before a request refreshes it. */
const SEEN_EVERY = 10 * 60_000;
const everyScope: ReadonlySet<(typeof scopes)[number]> = new Set(scopes);

export interface Authenticated {
  principal: Principal;
  /** Who they are in the workspace asked for; null when there is none, or not for them. */
  member: Member | null;
}

interface Row {
  session_id: string;
  user_id: string;
  email: string;
  user_name: string;
  theme: Principal["theme"];
  last_seen_at: string;
  expires_at: string;
  active_id: string | null;
  workspace_id: string | null;
  workspace_name: string;
  time_zone: string;
  revision: number;
  profile_id: string | null;
  profile_name: string;
  username: string;
  role: Member["role"];
  teams: string;
  private_teams: string;
}

/** Who holds a token, as long as nothing is written: the row, and what is parsed out of it. */
interface Holder {
  row: Row;
  teams: ReadonlyMap<string, TeamRole>;
  hiddenTeamIds: readonly string[];
}

/**
 * Who holds a session token, in one statement: the session, the person, their membership and their teams. Until
 * the next commit the same token is not looked up again: revoking is a commit.
 * @param kind `cookie` for a browser, `access` for a bearer token
 * @param workspaceId the workspace of the path; without one, the one that the session remembers
 * @throws Unauthenticated when the token is unknown, too old, or its session has ended
 */
export async function authenticate(
  services: Services,
  token: { value: string; kind: "cookie" | "access" },
  door: Door,
  workspaceId: string | null,
): Promise<Authenticated> {
  const now = services.clock();
  const hash = hashToken(token.value);
  const holder = await services.database.unchanged(
    `${token.kind} ${workspaceId ?? ""} ${hash}`,
    () => readHolder(services.database.read, hash, token.kind, workspaceId),
  );
  if (!holder || holder.row.expires_at <= now.toISOString()) {
    throw new Unauthenticated("You are not signed in, or no longer.", {
      code: "token_invalid",
      hint: "Sign in again, or refresh the session.",
    });
  }
  const { row } = holder;
  noteSeen(services, row, hash, token.kind, now);
  const principal = principalOf(row, door);
  return { principal, member: row.profile_id ? memberOf(holder, principal) : null };
}

async function readHolder(
  db: Db,
  hash: string,
  kind: string,
  workspaceId: string | null,
): Promise<Holder | undefined> {
  const { rows } = await sql<Row>`
    select s.id as session_id, u.id as user_id, u.email, u.name as user_name, u.theme, s.last_seen_at,
      k.expires_at,
      s.workspace_id as active_id, w.id as workspace_id, w.name as workspace_name, w.time_zone, w.revision,
      p.id as profile_id, p.name as profile_name, p.username, p.role,
      (select json_group_array(json_array(m.team_id, m.role)) from team_members m
        where m.profile_id = p.id) as teams,
      (select json_group_array(t.id) from teams t
        where t.workspace_id = w.id and t.private = 1) as private_teams
    from session_tokens k
    join sessions s on s.id = k.session_id and s.revoked_at is null
    join users u on u.id = s.user_id
    left join workspaces w on w.id = coalesce(${workspaceId}, s.workspace_id)
    left join profiles p on p.user_id = u.id and p.workspace_id = w.id and p.removed_at is null
    where k.hash = ${hash} and k.kind = ${kind} limit 1`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const teams = new Map(JSON.parse(row.teams) as [string, TeamRole][]);
  const privateTeams = JSON.parse(row.private_teams) as string[];
  const hiddenTeamIds = row.role === "member" ? privateTeams.filter((id) => !teams.has(id)) : [];
  return { row, teams, hiddenTeamIds };
}

function principalOf(row: Row, door: Door): Principal {
  return {
    kind: "human",
    door,
    credential: { kind: "session", id: row.session_id, scopes: everyScope },
    userId: row.user_id,
    email: row.email,
    name: row.user_name,
    theme: row.theme,
    activeWorkspaceId: row.active_id,
  };
}

function memberOf({ row, teams, hiddenTeamIds }: Holder, principal: Principal): Member {
  return {
    ...principal,
    workspace: {
      id: row.workspace_id!,
      name: row.workspace_name,
      timeZone: row.time_zone,
      revision: row.revision,
    },
    profile: { id: row.profile_id!, name: row.profile_name, username: row.username },
    role: row.role,
    teams,
    hiddenTeamIds,
  };
}

/** Keeps the session's last use, and a cookie alive that is in use; a write now and then, which nobody waits for. */
function noteSeen(services: Services, row: Row, hash: string, kind: string, now: Date): void {
  if (now.getTime() - Date.parse(row.last_seen_at) < SEEN_EVERY) return;
  services.database.write(async (tx) => {
    await tx.updateTable("sessions").set({ last_seen_at: now.toISOString() })
      .where("id", "=", row.session_id).execute();
    if (kind !== "cookie") return;
    await tx.updateTable("session_tokens")
      .set({ expires_at: new Date(now.getTime() + lifetimes.cookie).toISOString() })
      .where("hash", "=", hash).execute();
  }).catch(() => {/* the next request tries again */});
}
