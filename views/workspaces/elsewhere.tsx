import { Main } from "../layouts/shell.tsx";
import { switchWorkspacePath, tasksPath } from "../paths.ts";

interface ElsewhereProps {
  /** The workspace that one is in. */
  here: string;
  /** The one that the address is in. */
  there: { id: string; name: string };
  /** What was asked for, there. */
  next: string;
}

/** Asks whether to go to another workspace of one's own, where what a link leads to is. */
export function Elsewhere({ here, there, next }: ElsewhereProps) {
  return (
    <Main kind="error-main">
      <h1>
        That is in <bdi>{there.name}</bdi>
      </h1>
      <p class="auth-lead">
        You are in <bdi>{here}</bdi>{" "}
        now. Other tabs of this browser go along when you switch; what you typed there is kept.
      </p>
      <form method="post" action={switchWorkspacePath} class="form-actions">
        <input type="hidden" name="workspaceId" value={there.id} />
        <input type="hidden" name="next" value={next} />
        <button type="submit" class="button" data-kind="primary" data-size="large">
          Switch and open it
        </button>
        <a class="button" data-size="large" href={tasksPath}>
          Stay here
        </a>
      </form>
    </Main>
  );
}
