import type { Child } from "hono/jsx";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { taskMenuPath, taskPath } from "../paths.ts";
import { StatusMark } from "../ui/marks.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { Followers } from "./followers.tsx";
import { propertyOf, taskProperties, type TaskProperty } from "./properties/all.ts";

interface RailProps {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  clock: PageClock;
  /** Why the viewer can't change them. */
  refusal: string | null;
  viewerId: string;
}

/** A task's properties, each a menu that opens with one key; for who may not change them, plain text. */
export function Rail({ task, team, clock, refusal, viewerId }: RailProps) {
  const Property = refusal ? FixedProperty : MenuProperty;
  return (
    <aside class="rail" aria-label="Properties">
      <dl>
        {taskProperties.map((property) => {
          const { shortcut, value: valueOf } = propertyOf(property);
          const value = valueOf({ task, team, clock });
          return value && Property({ task, property, shortcut: shortcut?.key, children: value });
        })}
      </dl>
      {refusal && task.archivedAt === null && <p class="rail-note">{refusal}</p>}
      <Followers task={task} viewerId={viewerId} />
      <p class="rail-foot">
        Created by <bdi>{task.creator.name}</bdi> {Ago({ at: task.createdAt, clock })}
        <br />
        Changed {Ago({ at: task.updatedAt, clock })}
      </p>
    </aside>
  );
}

interface PropertyProps {
  task: TaskDetail;
  property: TaskProperty;
  shortcut: string | undefined;
  children: Child;
}

function MenuProperty({ task, property, shortcut, children }: PropertyProps) {
  return (
    <div>
      <dt id={`property-${property}`}>{propertyOf(property).name}</dt>
      <dd>
        <a
          class="rail-value"
          id={`value-${property}`}
          href={taskMenuPath(task.reference, property)}
          data-menu={property}
          aria-labelledby={`property-${property} value-${property}`}
          aria-keyshortcuts={shortcut}
        >
          {children}
        </a>
      </dd>
    </div>
  );
}

function FixedProperty({ property, children }: PropertyProps) {
  return (
    <div>
      <dt>{propertyOf(property).name}</dt>
      <dd class="rail-value" data-property={property}>{children}</dd>
    </div>
  );
}

/** Where a task stands, above its title: its parent. */
export function ParentLine({ parent }: { parent: TaskDetail["parent"] }) {
  if (!parent) return null;
  return (
    <p class="parent-line">
      <span>Part of</span>
      <a href={taskPath(parent.reference)}>
        <StatusMark status={parent.status} />
        <span class="number">{parent.reference}</span>
        <span class="parent-title">{parent.title}</span>
        {parent.archivedAt && <span class="badge">Archived</span>}
      </a>
    </p>
  );
}
