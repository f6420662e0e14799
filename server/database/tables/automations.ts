import type { Generated } from "kysely";

/** Automations, their agents, and the credentials of automations and people. */
export interface AutomationTables {
  automations: AutomationsTable;
  automation_teams: AutomationTeamsTable;
  agents: AgentsTable;
  credentials: CredentialsTable;
  automation_tokens: AutomationTokensTable;
}

interface AutomationsTable {
  id: string;
  workspace_id: string;
  /** The automation's own profile, used for changes without an agent. */
  profile_id: string;
  name: string;
  description: string | null;
  provider_type: string;
  /** A JSON array. */
  scopes: string;
  /** Whether the automation has access to all public teams instead of a list of teams. */
  every_public_team: Generated<0 | 1>;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  suspended_at: string | null;
}

/** The teams that an automation has access to. */
interface AutomationTeamsTable {
  automation_id: string;
  team_id: string;
}

interface AgentsTable {
  id: string;
  workspace_id: string;
  automation_id: string;
  profile_id: string;
  role: "member" | "commentator";
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  suspended_at: string | null;
}

/** Personal access tokens and automation secrets, including revoked ones, because activity refers to them. */
interface CredentialsTable {
  id: string;
  kind: "pat" | "automation";
  user_id: string | null;
  automation_id: string | null;
  /** The active workspace of a personal access token. */
  workspace_id: string | null;
  label: string;
  /** The start of the secret, to identify it. */
  prefix: string;
  hash: string;
  /** A JSON array of an automation's own scopes. */
  scopes: string | null;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** Access tokens from exchanged automation secrets. */
interface AutomationTokensTable {
  hash: string;
  credential_id: string;
  expires_at: string;
}
