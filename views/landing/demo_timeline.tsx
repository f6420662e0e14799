import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Comment } from "../../server/domain/comments/schema.ts";
import type { ShownTexts } from "../markdown.tsx";
import { Timeline } from "../tasks/timeline.tsx";
import type { PageClock } from "../ui/time.tsx";
import { ada, quill } from "./demo_tasks.ts";

/** The time at which the example is shown. */
export const demoTime = "2026-12-03T10:00:00Z";
const at = (time: string) => `2026-12-03T${time}:00Z`;

const approval = { id: "demo-approval" };
const undoneAt = at("09:52");

/** Changes by the agent over the API, and a decision by a person. */
const activity: Activity[] = [
  byAgent("demo-1", "task.status_changed", "09:02", { from: "planned", to: "progressed" }),
  byAgent("demo-2", "task.approval_requested", "09:21", { to: { ...approval, approver: ada } }),
  {
    ...byAgent("demo-3", "task.approved", "09:40", {
      to: { ...approval, requester: quill },
    }),
    actor: ada,
    interface: "web",
  },
  {
    ...byAgent("demo-4", "task.status_changed", "09:51", { from: "progressed", to: "completed" }),
    undoneAt,
  },
  byAgent("demo-5", "task.status_changed", "09:52", { from: "completed", to: "progressed" }),
];

function byAgent(
  id: string,
  kind: Activity["kind"],
  time: string,
  data: Activity["data"],
): Activity {
  return {
    id,
    kind,
    actor: quill,
    interface: "api",
    data,
    createdAt: at(time),
    undoneAt: null,
    undoableUntil: null,
  };
}

const comment: Comment = {
  id: "demo-comment",
  body: "",
  author: quill,
  version: 1,
  createdAt: at("09:20"),
  editedAt: null,
};

const texts: ShownTexts = new Map(
  Object.entries({
    [comment.id]:
      "All three jobs can now read a new secret. Rotating it can't be undone, because " +
      "the old secret stops working immediately.",
    "demo-2": "Can I rotate the secret now? The next build starts in an hour.",
    "demo-3": "Yes, and restart the nightly job afterwards.",
  }).map(([id, text]) => [id, { html: `<p>${text}</p>`, all: null }] as const),
);

const stretch = { earlier: null, newest: null };

/** The activity of a task that an agent works on. Nobody is signed in, so nothing can be changed. */
export function DemoTimeline({ clock }: { clock: PageClock }) {
  return (
    <Timeline
      task={{ id: "demo", reference: "ENG-139", activity }}
      rights={{ writable: false, editable: false, mayAct: false, joined: true }}
      history={{
        comments: { entries: [comment], ...stretch },
        history: { entries: activity, ...stretch },
      }}
      commenting={{
        viewerId: "",
        allowed: false,
        heard: false,
        manager: false,
        writing: { commentId: null },
        unsent: null,
        historyRange: {},
      }}
      clock={clock}
      texts={texts}
    />
  );
}
