import type { Generated } from "kysely";

/** People, and how they sign in. */
export interface PeopleTables {
  users: UsersTable;
  one_time_codes: OneTimeCodesTable;
  sign_in_locks: SignInLocksTable;
  sessions: SessionsTable;
  session_tokens: SessionTokensTable;
}

interface UsersTable {
  id: string;
  email: string;
  name: string;
  theme: Generated<"system" | "light" | "dark">;
  /** Whether single-key shortcuts are on. */
  shortcuts: Generated<0 | 1>;
  sidebar: Generated<"open" | "closed">;
  /** JSON: folded groups of the sidebar. */
  sidebar_folded: Generated<string>;
  /** JSON: display options of task lists. */
  lists: Generated<string>;
  /** JSON: chosen channels by kind of notification. */
  notifications: Generated<string>;
  /** The time when the person first proved that they receive email at their address; `null` if never. */
  verified_at: string | null;
  start_page: Generated<"inbox" | "mine" | "tasks" | "projects" | "views">;
  /** The person's time zone; `null` for each workspace's. */
  time_zone: string | null;
  week_start: Generated<"monday" | "saturday" | "sunday">;
  /** The default density of lists. */
  density: Generated<"comfortable" | "compact">;
  created_at: string;
}

interface OneTimeCodesTable {
  email: string;
  purpose: "signin" | "signup";
  /** The client that requested the code: a browser's hashed secret, or a network. */
  client: string;
  network: string;
  salt: string;
  code_hash: string;
  sent_at: string;
  expires_at: string;
}

interface SignInLocksTable {
  email: string;
  /** The network that sent the wrong codes; `*` for the sum of all networks within an hour. */
  network: string;
  /** Wrong codes since the last lock. */
  failures: number;
  /** Locks in a row. */
  locks: number;
  locked_until: string | null;
  /** When both counts are reset. */
  forgotten_at: string;
}

interface SessionsTable {
  id: string;
  user_id: string;
  kind: "browser" | "api";
  label: string;
  workspace_id: string | null;
  created_at: string;
  last_seen_at: string;
  revoked_at: string | null;
  /** The address of the session's last use. */
  address: string | null;
}

interface SessionTokensTable {
  hash: string;
  session_id: string;
  kind: "cookie" | "access" | "refresh";
  expires_at: string;
  used_at: string | null;
}
