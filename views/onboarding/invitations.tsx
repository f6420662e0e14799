import type { OwnInvitation } from "../../server/domain/invitations/schema.ts";
import { answerInvitationPath, newWorkspacePath } from "../paths.ts";
import { type Newcomer, Step } from "./step.tsx";

interface InvitationsProps extends Newcomer {
  invitations: OwnInvitation[];
}

/** Pending invitations, shown before someone creates a workspace. */
export function InvitationsPage({ invitations, ...newcomer }: InvitationsProps) {
  return (
    <Step
      {...newcomer}
      title="You're invited"
      lead="Accept to start working with your team."
      action={answerInvitationPath}
      instead={<a href={newWorkspacePath}>Create a workspace instead</a>}
    >
      <ul class="invitations" aria-label="Invitations">
        {invitations.map((invitation) => <Invited invitation={invitation} />)}
      </ul>
    </Step>
  );
}

const roleWords = { owner: "an owner", admin: "an admin", member: "a member" } as const;

function Invited({ invitation }: { invitation: OwnInvitation }) {
  const { id, workspace, role, teams, invitedBy } = invitation;
  return (
    <li>
      <p>
        <strong>{invitedBy.name}</strong> invites you to <strong>{workspace.name}</strong>
        {` as ${roleWords[role]}`}
        {teams.length > 0 &&
          `, in ${new Intl.ListFormat("en-US").format(teams.map(({ name }) => name))}`}.
      </p>
      <div class="form-actions">
        <button
          type="submit"
          class="button"
          data-kind="primary"
          name="accept"
          value={id}
          aria-label={`Accept the invitation to ${workspace.name}`}
        >
          Accept
        </button>
        <button
          type="submit"
          class="button"
          data-kind="quiet"
          name="decline"
          value={id}
          formnovalidate
          aria-label={`Decline the invitation to ${workspace.name}`}
        >
          Decline
        </button>
      </div>
    </li>
  );
}
