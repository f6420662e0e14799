import type { Child } from "hono/jsx";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { taskMenuPath, taskPath, type TaskProperty } from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Label } from "../ui/label.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { Ago, day, type ReaderClock } from "../ui/time.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";
import { propertyNames } from "./property_menu.tsx";
import { isLate, Unassigned } from "./row.tsx";

interface RailProps {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  reading: ReaderClock;
  /** Why the viewer can't change them. */
  refusal: string | null;
}

/** A task's properties, each a menu that opens with one key; for who may not change them, plain text. */
export function Rail({ task, team, reading, refusal }: RailProps) {
  const Property = refusal ? FixedProperty : MenuProperty;
  return (
    <aside class="rail" aria-label="Properties">
      <dl>
        <Property task={task} property="status" shortcut="s">
          <StatusMark status={task.status} />
          <span>{statusWords[task.status]}</span>
        </Property>
        <Property task={task} property="priority" shortcut="p">
          <PriorityMark priority={task.priority} />
          <span>{priorityWords[task.priority]}</span>
        </Property>
        <Property task={task} property="assignee" shortcut="a">
          {task.assignee ? <Avatar person={task.assignee} /> : <Unassigned />}
          <span>{task.assignee?.name ?? "Nobody"}</span>
        </Property>
        <Property task={task} property="labels" shortcut="l">
          {task.labels.length > 0
            ? <span class="rail-labels">{task.labels.map((label) => <Label label={label} />)}</span>
            : (
              <>
                <Icon name="tag" />
                <span>No labels</span>
              </>
            )}
        </Property>
        <Property task={task} property="deadline" shortcut="d">
          <Icon name="calendar" />
          <Deadline task={task} reading={reading} />
        </Property>
        <Property task={task} property="project" shortcut="m">
          <Icon name="project" />
          <span>{task.project?.name ?? "No project"}</span>
        </Property>
        {task.project && (
          <Property task={task} property="milestone">
            <Icon name="milestone" />
            <span>{task.milestone?.name ?? "No milestone"}</span>
          </Property>
        )}
        <Property task={task} property="parent">
          <Icon name="parent" />
          <span>{task.parent ? task.parent.reference : "No parent"}</span>
        </Property>
        {team && (
          <Property task={task} property="team">
            <Icon name="users" />
            <span>{team.name}</span>
          </Property>
        )}
      </dl>
      {refusal && task.archivedAt === null && <p class="rail-note">{refusal}</p>}
      <p class="rail-foot">
        Created by {task.creator.name} <Ago at={task.createdAt} reading={reading} />
        <br />
        Changed <Ago at={task.updatedAt} reading={reading} />
      </p>
    </aside>
  );
}

function Deadline({ task, reading }: { task: TaskDetail; reading: ReaderClock }) {
  if (!task.deadlineAt) return <span>No deadline</span>;
  return (
    <time datetime={task.deadlineAt} class={isLate(task, reading) ? "late" : undefined}>
      {day(task.deadlineAt, reading)}
      {isLate(task, reading) && ", overdue"}
    </time>
  );
}

interface PropertyProps {
  task: TaskDetail;
  property: TaskProperty;
  shortcut?: string;
  children: Child;
}

function MenuProperty({ task, property, shortcut, children }: PropertyProps) {
  return (
    <div>
      <dt id={`property-${property}`}>{propertyNames[property]}</dt>
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
      <dt>{propertyNames[property]}</dt>
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
