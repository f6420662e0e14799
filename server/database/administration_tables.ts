import type { Generated } from "kysely";

/** Former team keys, invitations and the audit. */
export interface AdministrationTables {
  team_former_keys: TeamFormerKeysTable;
  invitations: InvitationsTable;
  invitation_teams: InvitationTeamsTable;
  audit: AuditTable;
}

/** Keys that teams had before: references made of them keep working. */
interface TeamFormerKeysTable {
  workspace_id: string;
  key: string;
  team_id: string;
  given_up_at: string;
}

interface InvitationsTable {
  id: string;
  workspace_id: string;
  email: string;
  role: "owner" | "admin" | "member";
  /** A pending one past `expires_at` is as good as expired. */
  status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  invited_by: string;
  created_at: string;
  sent_at: string;
  expires_at: string;
  answered_at: string | null;
}

interface InvitationTeamsTable {
  invitation_id: string;
  team_id: string;
  role: "lead" | "member" | "commentator";
}

interface AuditTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string | null;
  profile_id: string | null;
  user_id: string | null;
  credential_kind: string | null;
  credential_id: string | null;
  door: "web" | "api" | "cli" | "system";
  address: string | null;
  kind: string;
  subject_kind: string | null;
  subject_id: string | null;
  subject_name: string | null;
  data: string;
  created_at: string;
}
