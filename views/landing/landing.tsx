import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import type { Frame } from "../layouts/frame.ts";
import { Public } from "../layouts/public.tsx";
import { landingPath, signInPath, signUpPath, tasksPath } from "../paths.ts";
import { publicPage } from "../palette/public_pages.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Label } from "../ui/label.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { statusWords } from "../ui/words.ts";

type Sample =
  & Pick<Task, "reference" | "title" | "status" | "priority" | "labels">
  & { assignee: Pick<ProfileRef, "name" | "kind" | "color">; due: string };

const docs = { id: "docs", name: "Docs", color: "teal" };
const bug = { id: "bug", name: "Bug", color: "red" };
const feature = { id: "feature", name: "Feature", color: "indigo" };

const samples: Sample[] = [
  {
    reference: "ENG-142",
    title: "Import tasks from a CSV file",
    status: "progressed",
    priority: "high",
    labels: [feature],
    assignee: { name: "Ada Brandt", kind: "human", color: null },
    due: "3 Dec",
  },
  {
    reference: "ENG-139",
    title: "Rotate secrets without signing anyone out",
    status: "progressed",
    priority: "urgent",
    labels: [],
    assignee: { name: "Release agent", kind: "agent", color: null },
    due: "28 Nov",
  },
  {
    reference: "OPS-31",
    title: "Document how to restore a backup",
    status: "planned",
    priority: "medium",
    labels: [docs],
    assignee: { name: "Mika Kowalski", kind: "human", color: null },
    due: "",
  },
  {
    reference: "ENG-127",
    title: "List loses its filters after going back",
    status: "completed",
    priority: "low",
    labels: [bug],
    assignee: { name: "Noor Haddad", kind: "human", color: null },
    due: "",
  },
];

/** The landing page: the purpose of Backlog, the command that starts it, and an example. */
export function LandingPage({ frame, signedIn }: { frame: Frame; signedIn: boolean }) {
  return (
    <Public
      frame={frame}
      signedIn={signedIn}
      title="Backlog: a tracker you run yourself"
      description={publicPage(landingPath).description}
    >
      <section class="hero">
        <h1>The tracker you run yourself</h1>
        <p>
          Backlog keeps the work of your teams and their agents in one place, on your own server.
          Use it from the browser, the command line, or the REST API.
        </p>
        <div class="form-actions">
          {signedIn
            ? (
              <a class="button" data-kind="primary" data-size="large" href={tasksPath}>
                Open your tasks
              </a>
            )
            : (
              <>
                <a class="button" data-kind="primary" data-size="large" href={signUpPath}>
                  Get started
                </a>
                <a class="button" data-size="large" href={signInPath}>Sign in</a>
              </>
            )}
        </div>
        <p class="command" role="group" aria-label="Command that starts Backlog" tabindex={0}>
          <span aria-hidden="true">$</span>
          <code>npx --yes deno@2.9.6 task start</code>
        </p>
      </section>
      <figure class="showcase">
        <div aria-label="Example task list" role="group">
          <ul class="rows">{samples.map((sample) => <SampleRow sample={sample} />)}</ul>
        </div>
        <figcaption>
          One list, three interfaces. You can do everything with the keyboard.
        </figcaption>
      </figure>
    </Public>
  );
}

/** An example row without links. */
function SampleRow({ sample }: { sample: Sample }) {
  return (
    <li class="row">
      <span class="row-mark row-priority">
        <PriorityMark priority={sample.priority} />
      </span>
      <span class="row-reference">{sample.reference}</span>
      <span class="row-mark">
        <StatusMark status={sample.status} />
        <span class="unseen">{statusWords[sample.status]}</span>
      </span>
      <span class="row-title">{sample.title}</span>
      {sample.labels.length > 0 && (
        <span class="row-labels">{sample.labels.map((label) => <Label label={label} />)}</span>
      )}
      <span class="row-deadline">{sample.due}</span>
      <span class="row-mark">
        <Avatar person={sample.assignee} />
        <span class="unseen">{sample.assignee.name}</span>
      </span>
    </li>
  );
}
