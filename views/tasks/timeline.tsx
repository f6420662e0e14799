import type { Activity, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Ago, type Reading } from "../ui/time.tsx";
import { type Commenting, CommentItem } from "./comments.tsx";
import { sentence, toldByComments } from "./sentences.tsx";

/** What happened to a task and what was said about it, oldest first. */
export function Timeline({ task, commenting, reading }: {
  task: TaskDetail;
  commenting: Commenting;
  reading: Reading;
}) {
  const entries = [
    ...task.activity.filter(({ kind }) => !toldByComments.has(kind)).map((activity) => ({
      at: activity.createdAt,
      item: <ActivityItem activity={activity} reading={reading} />,
    })),
    ...task.comments.map((comment) => ({
      at: comment.createdAt,
      item: <CommentItem task={task} comment={comment} commenting={commenting} reading={reading} />,
    })),
  ].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  return <ol class="timeline">{entries.map((entry) => entry.item)}</ol>;
}

function ActivityItem({ activity, reading }: { activity: Activity; reading: Reading }) {
  const { actor, door } = activity;
  return (
    <li class="event">
      {actor ? <Avatar person={actor} /> : <Icon name="bot" />}
      <p>
        <strong>{actor?.name ?? "Backlog"}</strong>
        {actor?.kind === "agent" && <span class="door">agent</span>} {sentence(activity, reading)}
        {door === "api" && <span class="door">over the API</span>}
        {door === "cli" && <span class="door">from the command line</span>}{" "}
        <Ago at={activity.createdAt} reading={reading} />
      </p>
    </li>
  );
}
