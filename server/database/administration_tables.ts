import type { Generated } from "kysely";

/** Keys that teams had before: references made of them keep working. */
export interface TeamFormerKeysTable {
  workspace_id: string;
  key: string;
  team_id: string;
  given_up_at: string;
}

export interface InvitationsTable {
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

export interface InvitationTeamsTable {
  invitation_id: string;
  team_id: string;
  role: "lead" | "member" | "commentator";
}

export interface AuditTable {
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
