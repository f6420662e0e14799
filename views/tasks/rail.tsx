import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Rail } from "../parts/rail.tsx";
import { taskMenuPath, taskPath } from "../paths.ts";
import { StatusMark } from "../ui/marks.tsx";
import type { PageClock } from "../ui/time.tsx";
import { Followers } from "./followers.tsx";
import { propertyOf, taskProperties } from "./properties/all.ts";

interface RailProps {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  clock: PageClock;
  /** Why the viewer can't change them. */
  refusal: string | null;
  viewerId: string;
}

/** A task's properties, each with its menu, and the task's followers. */
export function TaskRail({ task, team, clock, refusal, viewerId }: RailProps) {
  return (
    <Rail
      properties={taskProperties.flatMap((property) => {
        const { name, shortcut, value: valueOf } = propertyOf(property);
        const value = valueOf({ task, team, clock });
        const menu = taskMenuPath(task.reference, property);
        return value ? { property, name, key: shortcut?.key, menu, value } : [];
      })}
      record={task}
      clock={clock}
      refusal={refusal}
    >
      <Followers task={task} viewerId={viewerId} />
    </Rail>
  );
}

/** The parent of a task, above its title. */
export function ParentLine({ parent }: { parent: TaskDetail["parent"] }) {
  if (!parent) return null;
  return (
    <p class="parent-line">
      <span>Sub-task of</span>
      <a href={taskPath(parent.reference)}>
        <StatusMark status={parent.status} />
        <span class="number">{parent.reference}</span>
        <span class="parent-title">{parent.title}</span>
        {parent.archivedAt && <span class="badge">Archived</span>}
      </a>
    </p>
  );
}
