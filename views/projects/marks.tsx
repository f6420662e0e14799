import type { Progress, Project } from "../../server/domain/projects/schema.ts";
import {
  type Health,
  overStatuses,
  type ProjectStatus,
  STALE_DAYS,
  type TaskStatus,
} from "../../server/domain/vocabulary.ts";
import { StatusMark } from "../ui/marks.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import { statusWords } from "../ui/words.ts";

/** Names of project statuses. */
export const projectStatusWords: Record<ProjectStatus, string> = {
  active: "Active",
  planned: "Planned",
  backlog: "Backlog",
  completed: "Completed",
  cancelled: "Cancelled",
};

export const healthWords: Record<Health, string> = {
  onTrack: "On track",
  atRisk: "At risk",
  offTrack: "Off track",
};

/** The task status with the same icon. */
const shapes: Record<ProjectStatus, TaskStatus> = {
  backlog: "backlogged",
  planned: "planned",
  active: "progressed",
  completed: "completed",
  cancelled: "cancelled",
};

/** The icon of a project's status. Its name must be beside it or in a label. */
export function ProjectStatusMark({ status }: { status: ProjectStatus }) {
  return <StatusMark status={shapes[status]} />;
}

/** A project's health as a dot and a word, so that color isn't the only sign. */
export function HealthMark({ health }: { health: Health }) {
  return (
    <span class="health" data-health={health}>
      <span class="dot"></span>
      {healthWords[health]}
    </span>
  );
}

/** The color of a health, beside its name. */
export function HealthDot({ health }: { health: Health }) {
  return <span class="dot" data-health={health} aria-hidden="true"></span>;
}

/** Parts of a progress bar, from left to right. */
const segments = ["completed", "progressed", "planned", "backlogged"] as const;
/** Width of a bar in its own units. */
const WIDTH = 100;

/** A project's progress as a bar by status, with a description. Cancelled tasks don't count. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const total = progress.total - progress.cancelled;
  let from = 0;
  const parts = segments.flatMap((status) => {
    const width = total === 0 ? 0 : (progress[status] / total) * WIDTH;
    const x = from;
    from += width;
    return width === 0 ? [] : [{ status, x, width }];
  });
  return (
    <span class="progress-shown">
      <svg
        class="progress-bar"
        viewBox={`0 0 ${WIDTH} 6`}
        preserveAspectRatio="none"
        role="img"
        aria-label={progressWords(progress)}
      >
        <rect class="progress-ground" width={WIDTH} height="6" />
        {parts.map(({ status, x, width }) => (
          <rect
            class="progress-part"
            data-is={status}
            x={x.toFixed(2)}
            width={width.toFixed(2)}
            height="6"
          />
        ))}
      </svg>
      <span class="progress-share" aria-hidden="true">{shareDone(progress)}%</span>
    </span>
  );
}

/** Returns the percentage of completed tasks. Cancelled tasks don't count. */
export function shareDone({ total, completed, cancelled }: Progress): number {
  const left = total - cancelled;
  return left === 0 ? 0 : Math.floor((100 * completed) / left);
}

/** Describes a project's progress: `12 of 40 tasks completed, 8 in progress`. */
export function progressWords(progress: Progress): string {
  const rest = (["progressed", "planned", "backlogged"] as const)
    .filter((status) => progress[status] > 0)
    .map((status) =>
      `${progress[status]} ${
        status === "backlogged" ? "in the backlog" : statusWords[status].toLowerCase()
      }`
    );
  return [doneWords(progress), ...rest].join(", ");
}

/** Describes the completed tasks of a project: `12 of 40 tasks completed`. */
export function doneWords({ total, completed, cancelled }: Progress): string {
  const all = total - cancelled;
  if (all === 0) return "No tasks";
  return `${completed} of ${all} ${all === 1 ? "task" : "tasks"} completed`;
}

type Dated = Pick<Project, "startDate" | "targetDate" | "status">;

/** A project's dates, if any: "3 Dec – 24 Dec", "starts 3 Dec", "ends 24 Dec". */
export function DateRange({ project, clock }: { project: Dated; clock: PageClock }) {
  const { startDate, targetDate } = project;
  const start = startDate && <time datetime={startDate}>{day(startDate, clock)}</time>;
  const target = targetDate && (
    <time datetime={targetDate} class={isOverdue(project, clock) ? "late" : undefined}>
      {day(targetDate, clock)}
      {isOverdue(project, clock) && ", overdue"}
    </time>
  );
  const range = rangeOf(start, target);
  return range.length > 0 ? <span class="date-range">{range}</span> : null;
}

/** Returns a project's dates as text. */
export function datesInWords(
  { startDate, targetDate }: Pick<Dated, "startDate" | "targetDate">,
  clock: PageClock,
): string {
  const [start, target] = [startDate, targetDate].map((date) => date && day(date, clock));
  return rangeOf(start, target).join("") || "no dates";
}

/** Returns a range of dates, or the known one. */
function rangeOf<D>(start: D, target: D): (D | string)[] {
  if (start && target) return [start, " – ", target];
  if (start) return ["starts ", start];
  return target ? ["ends ", target] : [];
}

/** Returns whether an open project's target date has passed in the workspace's time zone. */
export function isOverdue(
  { targetDate, status }: Pick<Dated, "targetDate" | "status">,
  { today }: Pick<PageClock, "today">,
): boolean {
  return targetDate !== null && !overStatuses.includes(status) && targetDate < today;
}

/**
 * Returns whether an active project has had no update for two weeks. @param since the time of the latest update, or of
 * the project's creation
 */
export function isStale(
  { status }: Pick<Project, "status">,
  since: string,
  { now }: PageClock,
): boolean {
  return status === "active" && now.getTime() - Date.parse(since) >= STALE_DAYS * 24 * 3_600_000;
}
