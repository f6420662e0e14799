import type { Child } from "hono/jsx";
import type { DataOf, KindOf } from "../../server/domain/activity/kinds.ts";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import type { ProjectStatus } from "../../server/domain/vocabulary.ts";
import { describeAddedAndRemoved, priorityChanged, sentenceIn } from "../parts/sentences.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import { healthWords, ProjectStatusMark, projectStatusWords } from "./marks.tsx";

type ProjectKind = KindOf<"project">;
type Sentence<K extends ProjectKind> = (change: DataOf<K>, clock: PageClock) => Child;

/** Describes an entry of a project's activity. */
export function projectSentence(activity: Activity, clock: PageClock): Child {
  return sentenceIn(sentences, activity, clock, "changed the project");
}

const sentences: { readonly [K in ProjectKind]: Sentence<K> } = {
  "project.created": () => "created the project",
  "project.archived": () => "archived the project",
  "project.restored": () => "restored the project",
  "project.name_changed": ({ from, to }) => (
    <>
      renamed the project from <q>{from}</q> to <q>{to}</q>
    </>
  ),
  "project.key_changed": ({ from, to }) => (
    <>
      changed the key from <b>{from}</b> to <b>{to}</b>
    </>
  ),
  "project.summary_changed": ({ to }) =>
    to
      ? (
        <>
          changed the summary to <q>{to}</q>
        </>
      )
      : "removed the summary",
  "project.description_changed": () => "changed the description",
  "project.status_changed": ({ from, to }) => (
    <>
      changed the status from <Status status={from} /> to <Status status={to} />
    </>
  ),
  "project.status_derived": () => "set the status to automatic",
  "project.priority_changed": priorityChanged,
  "project.lead_changed": ({ from, to }) =>
    to
      ? (
        <>
          changed the lead to <b>{to.name}</b>
        </>
      )
      : (
        <>
          removed <b>{from?.name ?? "someone"}</b> as lead
        </>
      ),
  "project.teams_changed": ({ from, to }) => listed("team", from, to),
  "project.members_changed": ({ from, to }) => listed("member", from, to),
  "project.labels_changed": ({ from, to }) => listed("label", from, to),
  "project.start_date_changed": ({ to }, clock) => dated("start date", to, clock),
  "project.target_date_changed": ({ to }, clock) => dated("target date", to, clock),
  "project.milestone_added": ({ to }) => milestone("added", to),
  "project.milestone_changed": ({ from, to }) =>
    from.name === to.name ? milestone("changed", to) : (
      <>
        renamed the milestone <b>{from.name}</b> to <b>{to.name}</b>
      </>
    ),
  "project.milestone_archived": ({ to }) => milestone("archived", to),
  "project.milestone_restored": ({ to }) => milestone("restored", to),
  "project.dependency_added": ({ from, to }) =>
    to
      ? (
        <>
          marked the project as blocked by <b>{to.name}</b>
        </>
      )
      : (
        <>
          marked <b>{from?.name ?? "another project"}</b> as blocked by the project
        </>
      ),
  "project.dependency_removed": ({ from, to }) =>
    to
      ? (
        <>
          removed the dependency on <b>{to.name}</b>
        </>
      )
      : (
        <>
          removed the dependency of <b>{from?.name ?? "another project"}</b> on the project
        </>
      ),
  "project.update_posted": ({ to }) => (
    <>
      posted an update: <b>{healthWords[to]}</b>
    </>
  ),
};

function milestone(did: string, { name }: Named): Child {
  return (
    <>
      {did} the milestone <b>{name}</b>
    </>
  );
}

function dated(what: string, to: string | null, clock: PageClock): Child {
  if (!to) return `removed the ${what}`;
  return (
    <>
      set the {what} to <b>{day(to, clock)}</b>
    </>
  );
}

/** Describes added and removed records. */
function listed(word: string, from: readonly Named[], to: readonly Named[]): Child {
  const without = (list: readonly Named[], of: readonly Named[]) =>
    list.filter(({ id }) => !of.some((one) => one.id === id)).map(({ name }) => name);
  return describeAddedAndRemoved(word, without(to, from), without(from, to));
}

function Status({ status }: { status: ProjectStatus }) {
  return (
    <b class="told">
      <ProjectStatusMark status={status} />
      {projectStatusWords[status]}
    </b>
  );
}
