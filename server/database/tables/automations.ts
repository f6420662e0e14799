import type { Generated } from "kysely";

/** Automations, the agents that they act as, and secrets: theirs and people's. */
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
  /** Its own profile: the author of what it does without an agent. */
  profile_id: string;
  name: string;
  description: string | null;
  provider_type: string;
  /** A JSON array. */
  scopes: string;
  /** Whether it is kept to no list of teams and reaches each one that is not private. */
  every_public_team: Generated<0 | 1>;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  suspended_at: string | null;
}

/** The teams an automation is kept to. */
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

/** A person's access tokens and the automations' secrets; dead ones too, because history names them. */
interface CredentialsTable {
  id: string;
  kind: "pat" | "automation";
  user_id: string | null;
  automation_id: string | null;
  /** The workspace that a person's token starts in. */
  workspace_id: string | null;
  label: string;
  /** How the secret starts, to tell it by. */
  prefix: string;
  hash: string;
  /** A JSON array; an automation's scopes are its own. */
  scopes: string | null;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** What an automation's secret was exchanged for. */
interface AutomationTokensTable {
  hash: string;
  credential_id: string;
  expires_at: string;
}
