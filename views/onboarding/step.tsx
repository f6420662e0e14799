import type { Child } from "hono/jsx";
import { Auth } from "../layouts/auth.tsx";
import type { Frame } from "../layouts/frame.ts";
import { signOutPath, tasksPath } from "../paths.ts";
import { Field, type FieldErrors, Notice } from "../ui/field.tsx";

/** Who is on the way into a workspace, and what was wrong with what they sent. */
export interface Newcomer {
  frame: Frame;
  email: string;
  /** What to call the person, while they still have to say so. */
  yourName: string | null;
  errors: FieldErrors;
  refusal?: string | undefined;
  /** Whether there is a workspace to go back to. */
  hasWorkspace: boolean;
  /** The workspaces in which they are suspended. */
  suspendedIn: readonly string[];
}

interface StepProps extends Newcomer {
  title: string;
  lead: string;
  /** Where its form is sent to. */
  action: string;
  /** Whether one is asked for one's name before all else. */
  nameFirst?: boolean;
  /** What else one can do instead. */
  instead?: Child;
  children: Child;
}

/** A form on the way into a workspace; below it who one is, and the ways out: back to one's tasks, or signing out. */
export function Step(props: StepProps) {
  const { frame, title, lead, action, nameFirst, instead, children } = props;
  const { email, yourName, errors, refusal, hasWorkspace, suspendedIn } = props;
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
            You are suspended in{" "}
            {new Intl.ListFormat("en").format(suspendedIn)}. Ask an owner or admin there to lift
            that.
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
