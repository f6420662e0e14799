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

/** How a person reads what a project is at. */
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

/** The task's status whose shape a project's has. */
const shapes: Record<ProjectStatus, TaskStatus> = {
  backlog: "backlogged",
  planned: "planned",
  active: "progressed",
  completed: "completed",
  cancelled: "cancelled",
};

/** A project's status as an icon; its word stands beside it or in the label around it. */
export function ProjectStatusMark({ status }: { status: ProjectStatus }) {
  return <StatusMark status={shapes[status]} />;
}

/** A project's health as a dot and its word, so that it is never told by colour alone. */
export function HealthMark({ health }: { health: Health }) {
  return (
    <span class="health" data-health={health}>
      <span class="dot"></span>
      {healthWords[health]}
    </span>
  );
}

/** A health's colour, beside its word. */
export function HealthDot({ health }: { health: Health }) {
  return <span class="dot" data-health={health} aria-hidden="true"></span>;
}

/** What a bar of progress shows, from its left. */
const segments = ["completed", "progressed", "planned", "backlogged"] as const;
/** How wide a bar is drawn, whatever room it has. */
const WIDTH = 100;

/** How much of a project is done, as a bar by status and in words. What was cancelled is no part of it. */
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
      <span class="progress-share" aria-hidden="true">{shareDone(progress)} %</span>
    </span>
  );
}

/** How many percent of a project are done. What was cancelled is no part of it. */
export function shareDone({ total, completed, cancelled }: Progress): number {
  const left = total - cancelled;
  return left === 0 ? 0 : Math.floor((100 * completed) / left);
}

/** A project's progress, said: `12 of 40 tasks completed, 8 in progress`. */
export function progressWords(progress: Progress): string {
  const rest = (["progressed", "planned", "backlogged"] as const)
    .filter((status) => progress[status] > 0)
    .map((status) => `${progress[status]} ${statusWords[status].toLowerCase()}`);
  return [doneWords(progress), ...rest].join(", ");
}

/** How much of a project is done, said: `12 of 40 tasks completed`. */
export function doneWords({ total, completed, cancelled }: Progress): string {
  const all = total - cancelled;
  if (all === 0) return "No tasks";
  return `${completed} of ${all} ${all === 1 ? "task" : "tasks"} completed`;
}

type Dated = Pick<Project, "startDate" | "targetDate" | "status">;

/** When a project begins and is due: "3 Dec – 24 Dec", "from 3 Dec", "due 24 Dec"; nothing where neither is known. */
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

/** The same as a sentence says it. */
export function datesInWords(
  { startDate, targetDate }: Pick<Dated, "startDate" | "targetDate">,
  clock: PageClock,
): string {
  const [start, target] = [startDate, targetDate].map((date) => date && day(date, clock));
  return rangeOf(start, target).join("") || "no dates";
}

/** From one day to another, or what is known of both. */
function rangeOf<D>(start: D, target: D): (D | string)[] {
  if (start && target) return [start, " – ", target];
  if (start) return ["from ", start];
  return target ? ["due ", target] : [];
}

/** Whether a project isn't over and the day that it was due is, where the workspace is. */
export function isOverdue(
  { targetDate, status }: Pick<Dated, "targetDate" | "status">,
  { today }: Pick<PageClock, "today">,
): boolean {
  return targetDate !== null && !overStatuses.includes(status) && targetDate < today;
}

/** Whether an active project has had no update for two weeks. @param since its latest update, or when it was made */
export function isStale(
  { status }: Pick<Project, "status">,
  since: string,
  { now }: PageClock,
): boolean {
  return status === "active" && now.getTime() - Date.parse(since) >= STALE_DAYS * 24 * 3_600_000;
}
