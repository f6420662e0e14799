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
  /** Whether single keys do something on the pages. */
  shortcuts: Generated<0 | 1>;
  sidebar: Generated<"open" | "closed">;
  /** JSON: the sidebar's groups that are folded. */
  sidebar_folded: Generated<string>;
  /** JSON: how lists of tasks look. */
  lists: Generated<string>;
  /** JSON: of which kinds of notification they chose how to hear, and how. */
  notifications: Generated<string>;
  /** When they first showed that they read what is mailed to their address; null for who never did here. */
  verified_at: string | null;
  start_page: Generated<"inbox" | "mine" | "tasks" | "projects" | "views">;
  /** Where they are; null for where each workspace is. */
  time_zone: string | null;
  week_start: Generated<"monday" | "saturday" | "sunday">;
  /** How high the rows of lists are to begin with. */
  density: Generated<"comfortable" | "compact">;
  created_at: string;
}

interface OneTimeCodesTable {
  email: string;
  purpose: "signin" | "signup";
  salt: string;
  code_hash: string;
  sent_at: string;
  expires_at: string;
}

interface SignInLocksTable {
  email: string;
  /** Wrong codes since the last lock. */
  failures: number;
  /** Locks in a row. */
  locks: number;
  locked_until: string | null;
  /** When both counts begin anew. */
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
  /** From where it was used last. */
  address: string | null;
}

interface SessionTokensTable {
  hash: string;
  session_id: string;
  kind: "cookie" | "access" | "refresh";
  expires_at: string;
  used_at: string | null;
}
