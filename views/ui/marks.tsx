import { raw } from "hono/html";
import { iconSymbols } from "../icons.tsx";
import type { Priority, TaskStatus } from "../../server/domain/vocabulary.ts";

type Mark = TaskStatus | Exclude<Priority, "none"> | "none";

/** The shapes of statuses and priorities, drawn on 16 px. Statuses differ by shape and color, priorities by bars. */
const shapes: Record<Mark, string> = {
  backlogged:
    '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="1.9 1.87"/>',
  planned: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  progressed:
    '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 4.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor"/>',
  completed:
    '<path fill="currentColor" fill-rule="evenodd" d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zm3.5 5.2-1.1-1.1L7 8.7 5.6 7.3 4.5 8.4 7 10.9z"/>',
  cancelled:
    '<path fill="currentColor" fill-rule="evenodd" d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zm2.6 5.2-1-1L8 7 6.4 5.4l-1 1L7 8l-1.6 1.6 1 1L8 9l1.6 1.6 1-1L9 8z"/>',
  none:
    '<path d="M2.5 8h2.6M6.7 8h2.6M10.9 8h2.6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>',
  low: bars(1),
  medium: bars(2),
  high: bars(3),
  urgent:
    '<path fill="currentColor" fill-rule="evenodd" d="M4 1.5h8A2.5 2.5 0 0 1 14.5 4v8a2.5 2.5 0 0 1-2.5 2.5H4A2.5 2.5 0 0 1 1.5 12V4A2.5 2.5 0 0 1 4 1.5zm3.1 2.8.2 4.8h1.4l.2-4.8zm.9 7.6a.95.95 0 1 0 0-1.9.95.95 0 0 0 0 1.9z"/>',
};

function bars(full: number): string {
  return [[2, 9.5, 4], [6.5, 6.5, 7], [11, 3.5, 10]].map(([x, y, height], index) =>
    `<rect x="${x}" y="${y}" width="3" height="${height}" rx="1" fill="currentColor"` +
    `${index < full ? "" : ' opacity=".28"'}/>`
  ).join("");
}

const names = Object.keys(shapes) as Mark[];

const sprite = raw(
  `<svg width="0" height="0" aria-hidden="true" class="unseen">${
    names.map((name) => `<symbol id="m-${name}" viewBox="0 0 16 16">${shapes[name]}</symbol>`).join(
      "",
    )
  }${iconSymbols}</svg>`,
);

/** The shapes that marks and row icons refer to, once per page. */
export function MarkShapes() {
  return sprite;
}

const marks = Object.fromEntries(
  names.map((name) => [
    name,
    raw(
      `<svg class="mark" data-is="${name}" aria-hidden="true"><use href="#m-${name}"></use></svg>`,
    ),
  ]),
) as Record<Mark, ReturnType<typeof raw>>;

/** The icon of a status. The word is beside it or in the label around it. */
export function StatusMark({ status }: { status: TaskStatus }) {
  return marks[status];
}

/** The icon of a priority. The word is beside it or in the label around it. */
export function PriorityMark({ priority }: { priority: Priority }) {
  return marks[priority];
}
