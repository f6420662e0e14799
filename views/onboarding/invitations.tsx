import type { OwnInvitation } from "../../server/domain/invitations/schema.ts";
import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { answerInvitationPath, newWorkspacePath } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";
import { SignedInAs } from "./signed_in_as.tsx";

interface InvitationsProps {
  frame: Frame;
  email: string;
  invitations: OwnInvitation[];
  /** What to call the person, while they still have to say so. */
  yourName: string | null;
  errors: FieldErrors;
  refusal?: string | undefined;
  /** Whether there is a workspace to go back to. */
  hasWorkspace: boolean;
}

/** The invitations that wait for one's answer, before one makes a workspace of one's own. */
export function InvitationsPage(props: InvitationsProps) {
  const { frame, email, invitations, yourName, errors, refusal, hasWorkspace } = props;
  return (
    <Auth
      frame={frame}
      title="You're invited"
      lead="Accept to start working with your team."
      foot={
        <SignedInAs email={email} hasWorkspace={hasWorkspace}>
          <a href={newWorkspacePath}>Create a workspace instead</a>
        </SignedInAs>
      }
    >
      <form class="form" method="post" action={answerInvitationPath}>
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {yourName !== null && (
          <Field
            name="yourName"
            label="Your name"
            error={errors.yourName}
            input={{ value: yourName, required: true, maxlength: 80, autocomplete: "name" }}
          />
        )}
        <ul class="invitations" aria-label="Invitations">
          {invitations.map((invitation) => <Invited invitation={invitation} />)}
        </ul>
      </form>
    </Auth>
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
        {teams.length > 0 && `, with ${teams.map(({ name }) => name).join(", ")}`}.
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
