import type { Generated } from "kysely";
import type { AvatarColor } from "../../domain/vocabulary.ts";

/** Workspaces, members, and invitations. */
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
  /**
   * Increases when a name in task records changes (label, state, person). The revision is part of those records' ETags.
   */
  revision: Generated<number>;
  version: Generated<number>;
  created_at: string;
  /** The time when the workspace was deleted. Its data is erased later. */
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
  /** The chosen color; `null` for one derived from the name. */
  color: AvatarColor | null;
  version: Generated<number>;
  created_at: string;
  removed_at: string | null;
  /** The time when a person was suspended. For an agent, see `agents`. */
  suspended_at: string | null;
}

interface InvitationsTable {
  id: string;
  workspace_id: string;
  email: string;
  role: "owner" | "admin" | "member";
  /** A pending invitation is expired after `expires_at`. */
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
