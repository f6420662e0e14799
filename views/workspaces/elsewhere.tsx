import { Main } from "../layouts/shell.tsx";
import { switchWorkspacePath, tasksPath } from "../paths.ts";

interface ElsewhereProps {
  /** The current workspace. */
  here: string;
  /** The workspace of the URL. */
  there: { id: string; name: string };
  /** The requested URL in that workspace. */
  next: string;
}

/** Offers to switch to the workspace of a link, which the viewer is a member of. */
export function Elsewhere({ here, there, next }: ElsewhereProps) {
  return (
    <Main kind="error-main">
      <h1>
        This page is in <bdi>{there.name}</bdi>
      </h1>
      <p class="auth-lead">
        You're in <bdi>{here}</bdi>{" "}
        now. If you switch, the other tabs of this browser switch too. Text in those tabs is kept.
      </p>
      <form method="post" action={switchWorkspacePath} class="form-actions">
        <input type="hidden" name="workspaceId" value={there.id} />
        <input type="hidden" name="next" value={next} />
        <button type="submit" class="button" data-kind="primary" data-size="large">
          Switch workspace
        </button>
        <a class="button" data-size="large" href={tasksPath}>
          Stay here
        </a>
      </form>
    </Main>
  );
}
