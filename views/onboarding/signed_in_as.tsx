import type { Child } from "hono/jsx";
import { signOutPath, tasksPath } from "../paths.ts";

interface SignedInAsProps {
  email: string;
  /** Whether there is a workspace to go back to. */
  hasWorkspace: boolean;
  /** What else one can do instead. */
  children?: Child;
}

/** Who one is, below a form on the way into a workspace, and the ways out: back to one's tasks, or signing out. */
export function SignedInAs({ email, hasWorkspace, children }: SignedInAsProps) {
  return (
    <>
      <p>Signed in as {email}.</p>
      <div class="auth-ways">
        {children}
        {hasWorkspace && <a href={tasksPath}>Back to your tasks</a>}
        <form method="post" action={signOutPath} data-forgets>
          <button type="submit" class="link">Sign out</button>
        </form>
      </div>
    </>
  );
}
