import { Icon } from "../icons.tsx";
import type { Frame } from "../layouts/frame.ts";
import { Public } from "../layouts/public.tsx";
import { landingPath, signUpPath, tasksPath } from "../paths.ts";
import { publicPage } from "../palette/public_pages.ts";
import { DemoKeysDialog } from "../ui/keys_dialog.tsx";
import { MenuLayer } from "../ui/menu_layer.tsx";
import type { PageClock } from "../ui/time.tsx";
import { DemoList } from "./demo_list.tsx";
import type { Moved } from "./demo_tasks.ts";
import { DemoTimeline } from "./demo_timeline.tsx";

interface LandingProps {
  frame: Frame;
  signedIn: boolean;
  moved: Moved;
  clock: PageClock;
}

/** Tools whose tasks Backlog imports, and the names of their guides. */
const tools = [
  ["Linear", "linear"],
  ["GitHub", "github"],
  ["Jira", "jira"],
  ["Trello", "trello"],
  ["Plane", "plane"],
];

/** The landing page: the purpose of Backlog, the command that starts it, and an example. */
export function LandingPage({ frame, signedIn, moved, clock }: LandingProps) {
  return (
    <Public
      frame={frame}
      signedIn={signedIn}
      title="Backlog: a tracker for people and agents, in one file"
      description={publicPage(landingPath).description}
      layers={<DemoLayers frame={frame} />}
    >
      <section class="hero">
        <h1>A tracker for people and agents, in one file</h1>
        <p>
          Run one program with one data file on your own server. People and agents share the same
          list. Everyone works under their own name, and can undo their own changes for a week.
        </p>
        <div class="form-actions">
          {signedIn
            ? (
              <a class="button" data-kind="primary" data-size="large" href={tasksPath}>
                Open your tasks
              </a>
            )
            : (
              <a class="button" data-kind="primary" data-size="large" href={signUpPath}>
                Get started
              </a>
            )}
          <a class="button" data-size="large" href="/docs/operators/install" hx-boost="false">
            Install Backlog
          </a>
        </div>
        <Command {...frame.server} />
        <small>
          First, <a href="/docs/operators/install" hx-boost="false">build the file</a>{" "}
          <code>backlog</code>, or copy it from someone who has it.
        </small>
      </section>
      <figure class="showcase">
        <div aria-label="Example task list" role="group">
          <DemoList moved={moved} />
        </div>
        <figcaption>
          In this example, choose a status to change it, or a title to open the related guide. Your
          changes aren't saved.{" "}
          <span class="demo-keys">
            Press <kbd class="key">J</kbd> and <kbd class="key">K</kbd> to move,{" "}
            <kbd class="key">S</kbd> to change a status, and <kbd class="key">/</kbd> to search.
          </span>
        </figcaption>
      </figure>
      <section class="landing-part" id="agents" aria-labelledby="agents-title">
        <h2 id="agents-title">For agents</h2>
        <p>
          An agent is a member with its own profile. Agents can comment, request approval, and undo
          their mistakes, and everyone can see their changes.
        </p>
        <div class="landing-halves">
          <div class="landing-card" role="group" aria-label="Activity of ENG-139">
            <DemoTimeline clock={clock} />
          </div>
          <AgentLines {...frame.server} />
        </div>
      </section>
      <section class="landing-part" aria-labelledby="tools-title">
        <h2 id="tools-title">Coming from another tool</h2>
        <p>Import tasks with their people, labels, comments, and relations.</p>
        <ul class="landing-tools">
          {tools.map(([name, guide]) => (
            <li>
              <a class="button" href={`/docs/migrating/${guide}`} hx-boost="false">{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </Public>
  );
}

/** The command that starts the packed program, and its output. */
function Command({ version }: Frame["server"]) {
  return (
    <div class="command" role="group" aria-label="Command that starts Backlog" tabindex={0}>
      <p>
        <span aria-hidden="true">$</span>
        <code>./backlog serve</code>
      </p>
      <p>
        <samp>Backlog {version} listens on http://localhost:5173</samp>
      </p>
    </div>
  );
}

/** Instructions to paste into an agent. */
function AgentLines({ origin }: Frame["server"]) {
  return (
    <div>
      <h3>Instructions for your agent</h3>
      <p>
        Create an <a href="/docs/web/automation/create-automation" hx-boost="false">automation</a>
        {" "}
        with the scopes <code>tasks.write</code> and <code>comments.write</code>, and an{" "}
        <a href="/docs/web/automation/create-agent" hx-boost="false">agent</a>. Store the secret and
        the agent's profile ID where the agent runs, and add these lines to the agent's
        instructions:
      </p>
      <div class="landing-lines">
        <pre tabindex={0}><code>{linesFor(origin)}</code></pre>
        <button type="button" class="button" data-copies-text>
          <Icon name="copy" />
          <span>Copy lines</span>
        </button>
      </div>
    </div>
  );
}

const linesFor = (origin: string) =>
  `Our tasks are in Backlog at ${origin}.
Read ${origin}/llms.txt before the first request.
The automation's secret is in the variable BACKLOG_SECRET.
Your profile ID is in BACKLOG_AGENT. Send it as X-Backlog-Agent.
Comment on the task when you start and when you finish.
Request approval before any step that can't be undone.`;

/** The menu and the list of shortcuts, which scripts open. */
function DemoLayers({ frame }: { frame: Frame }) {
  return (
    <>
      <MenuLayer />
      <DemoKeysDialog on={frame.preferences.shortcuts} />
    </>
  );
}
