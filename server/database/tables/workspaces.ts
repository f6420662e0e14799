import type { Generated } from "kysely";
import type { AvatarColor } from "../../domain/vocabulary.ts";

/** Workspaces, who is in them, and who is invited. */
export interface WorkspaceTables {
  workspaces: WorkspacesTable;
  profiles: ProfilesTable;
  invitations: InvitationsTable;
  invitation_teams: InvitationTeamsTable;
}

interface WorkspacesTable {
  id: string;
  name: string;
  time_zone: Generated<string>;
  /** Grows when a name that task records show changes (a label, a state, a person): part of their ETag. */
  revision: Generated<number>;
  version: Generated<number>;
  created_at: string;
  /** Since when it is there for nobody, until it is erased. */
  deleted_at: string | null;
}

interface ProfilesTable {
  id: string;
  workspace_id: string;
  user_id: string | null;
  kind: "human" | "agent";
  role: "owner" | "admin" | "member" | null;
  name: string;
  username: string;
  title: string | null;
  bio: string | null;
  /** What they chose to be shown in; null for one by their name. */
  color: AvatarColor | null;
  version: Generated<number>;
  created_at: string;
  removed_at: string | null;
  /** Since when a person may do nothing here; of an agent its own row says it. */
  suspended_at: string | null;
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
