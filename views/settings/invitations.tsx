import type { TeamRole, WorkspaceRole } from "../../server/domain/core/actor.ts";
import type { Invitation } from "../../server/domain/invitations/schema.ts";
import type { Team } from "../../server/domain/teams/schema.ts";
import { teamRoleHints, teamRoleWords, workspaceRoleWords } from "../people/words.ts";
import { memberSettingsPath } from "../settings_paths.ts";
import { ActForm } from "../ui/act_form.tsx";
import { Ago, Coming, type PageClock } from "../ui/time.tsx";
import { Choices } from "./choices.tsx";
import { rolesFor } from "./member_forms.tsx";
import { Concern, ConcernForm, Records, type Refused } from "./parts.tsx";
import { teamChoices } from "./team_choices.ts";

/** The values of the invitation form. */
export interface InvitationWords {
  emails?: string | undefined;
  role?: string | undefined;
  teamIds?: readonly string[] | undefined;
  teamRole?: string | undefined;
}

/** The form that invites people. @param role the inviter's role */
export function InviteForm({ open: { typed, refused }, teams, role }: {
  open: { typed: InvitationWords; refused: Refused | null };
  teams: readonly Team[];
  role: WorkspaceRole;
}) {
  const errors = refused?.errors ?? {};
  const described = [errors.emails && "emails-error", "emails-hint"].filter(Boolean).join(" ");
  return (
    <ConcernForm
      id="new-invitation"
      action={memberSettingsPath}
      keeps="invitation:new"
      refused={refused}
      button="Send invitations"
      next="#invite"
      cancel={memberSettingsPath}
    >
      <div class="field">
        <label for="emails">Email addresses</label>
        <textarea
          class="input"
          id="emails"
          name="emails"
          rows={2}
          required
          autofocus
          spellcheck={false}
          autocapitalize="none"
          placeholder="ada@example.com, grace@example.com"
          aria-invalid={errors.emails ? "true" : undefined}
          aria-describedby={described}
        >
          {typed.emails ?? ""}
        </textarea>
        {errors.emails && <p class="error" id="emails-error">{errors.emails}</p>}
        <p class="hint" id="emails-hint">
          Up to 100 addresses, separated by commas, spaces, or line breaks. Invitations expire after
          14 days.
        </p>
      </div>
      <Choices
        name="role"
        legend="Workspace role"
        choices={rolesFor(role)}
        chosen={[typed.role ?? "member"]}
        error={errors.role}
      />
      {teams.length > 0 && (
        <>
          <Choices
            name="teamIds"
            legend="Teams"
            several
            dense
            choices={teamChoices(teams)}
            chosen={typed.teamIds ?? []}
            error={errors.teamIds}
            hint="Private teams are visible only to their members, owners, and admins. All members can read the other teams."
          />
          <Choices
            name="teamRole"
            legend="Team role"
            choices={(Object.keys(teamRoleWords) as TeamRole[]).map((value) => ({
              value,
              label: teamRoleWords[value],
              hint: `${teamRoleHints[value]}.`,
            }))}
            chosen={[typed.teamRole ?? "member"]}
            error={errors.teamRole}
          />
        </>
      )}
    </ConcernForm>
  );
}

/** The table of pending and expired invitations. */
export function Invitations({ invitations, clock }: {
  invitations: readonly Invitation[];
  clock: PageClock;
}) {
  return (
    <Concern
      id="invitations"
      title="Invitations"
      lead="Pending and expired invitations. You can resend expired ones."
    >
      <Records
        name="Invitations"
        columns={[{ name: "Email" }, { name: "Role" }, { name: "Teams" }, { name: "Expires" }, {
          name: "Actions",
          hidden: true,
        }]}
        rows={invitations.map((invitation) => ({
          key: invitation.id,
          muted: invitation.status !== "pending",
          cells: [
            <>
              {invitation.email}
              <small>
                Invited by <bdi>{invitation.invitedBy.name}</bdi>,{" "}
                <Ago at={invitation.sentAt} clock={clock} />
              </small>
            </>,
            workspaceRoleWords[invitation.role],
            invitation.teams.map(({ name, role }) =>
              role === "member" ? name : `${name} (${teamRoleWords[role]})`
            ).join(", "),
            invitation.status === "pending"
              ? <Coming at={invitation.expiresAt} clock={clock} />
              : "Expired",
            <InvitationActs invitation={invitation} />,
          ],
        }))}
        empty="No pending invitations"
      />
    </Concern>
  );
}

function InvitationActs({ invitation: { id, email } }: { invitation: Invitation }) {
  const path = `${memberSettingsPath}/invitations/${id}`;
  return (
    <span class="record-acts">
      <ActForm
        path={path}
        act="resend"
        name={`Resend the invitation to ${email}`}
        words="Resend"
        next="here"
      />
      <ActForm
        path={path}
        act="revoke"
        name={`Revoke the invitation for ${email}`}
        title="Revoke"
        icon="close"
        next="#invite"
      />
    </span>
  );
}
