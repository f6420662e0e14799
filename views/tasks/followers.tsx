import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { taskPath } from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";

/** The maximum number of avatars in the rail. */
const MOST_FACES = 8;

/** The followers of a task, and the button that follows or unfollows it. */
export function Followers({ task, viewerId }: { task: TaskDetail; viewerId: string }) {
  const { followers, reference } = task;
  const following = followers.some(({ id }) => id === viewerId);
  const action = taskPath(reference);
  const others = followers.slice(MOST_FACES);
  return (
    <div class="followers">
      <h2 id="followers-title">Followers</h2>
      <ul aria-labelledby="followers-title">
        {followers.slice(0, MOST_FACES).map((person) => (
          <li title={person.name}>
            <Avatar person={person} />
            <span class="unseen">{person.name}</span>
          </li>
        ))}
        {others.length > 0 && (
          <li title={others.map(({ name }) => name).join(", ")}>
            +{others.length}
            <span class="unseen">{others.map(({ name }) => name).join(", ")}</span>
          </li>
        )}
      </ul>
      <form method="post" action={action} hx-post={action}>
        <button
          type="submit"
          class="button"
          id="follow"
          data-kind="quiet"
          name="act"
          value={following ? "unfollow" : "follow"}
        >
          <Icon name={following ? "bell-off" : "bell"} />
          {following ? "Unfollow" : "Follow"}
        </button>
      </form>
    </div>
  );
}
