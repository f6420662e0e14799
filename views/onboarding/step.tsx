import type { Child } from "hono/jsx";
import type { Workspace } from "../../server/domain/workspaces/schema.ts";
import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { openWorkspacePath, signOutPath, tasksPath } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";

/** A person without a workspace, and the errors of their form. */
export interface Newcomer {
  frame: Frame;
  email: string;
  /** The person's name, if they still have to enter it. */
  yourName: string | null;
  errors: FieldErrors;
  refusal?: string | undefined;
  /** Whether the session is in a workspace. */
  hasWorkspace: boolean;
  /** The workspaces that the person can open, if the session has no workspace. */
  workspaces: readonly Pick<Workspace, "id" | "name">[];
  /** Workspaces that suspended the person. */
  suspendedIn: readonly string[];
}

interface StepProps extends Newcomer {
  title: string;
  lead: string;
  /** The URL of the form. */
  action: string;
  /** Whether the field for the person's name gets the focus. */
  nameFirst?: boolean;
  /** A link to the alternative. */
  instead?: Child;
  children: Child;
}

/** A form that leads to a workspace. Below it are the person's address, a link back to their tasks, and a sign-out button. */
export function Step(props: StepProps) {
  const { frame, title, lead, action, nameFirst, instead, children } = props;
  const { email, yourName, errors, refusal, hasWorkspace, workspaces, suspendedIn } = props;
  return (
    <Auth
      frame={frame}
      title={title}
      searches={false}
      lead={lead}
      foot={
        <>
          <p>Signed in as {email}.</p>
          <div class="auth-ways">
            {instead}
            {hasWorkspace && <a href={tasksPath}>Back to your tasks</a>}
            {workspaces.map(({ id, name }) => (
              <form method="post" action={openWorkspacePath}>
                <button type="submit" class="link" name="workspaceId" value={id}>
                  Open {name}
                </button>
              </form>
            ))}
            <form method="post" action={signOutPath} data-forgets>
              <button type="submit" class="link">Sign out</button>
            </form>
          </div>
        </>
      }
    >
      <form class="form" method="post" action={action}>
        {suspendedIn.length > 0 && (
          <Notice kind="warning">
            You're suspended in{" "}
            {new Intl.ListFormat("en-US").format(suspendedIn)}. Ask an owner or admin there to
            unsuspend you.
          </Notice>
        )}
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {yourName !== null && (
          <Field
            name="yourName"
            label="Your name"
            error={errors.yourName}
            input={{
              value: yourName,
              required: true,
              maxlength: 80,
              autocomplete: "name",
              autofocus: nameFirst,
            }}
          />
        )}
        {children}
      </form>
    </Auth>
  );
}
