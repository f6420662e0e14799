import type { Child } from "hono/jsx";
import type { DataOf, KindOf } from "../../server/domain/activity/kinds.ts";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { sentenceIn } from "../parts/sentences.tsx";
import type { PageClock } from "../ui/time.tsx";
import { relationVerbs } from "../ui/words.ts";
import { properties, type TaskProperty } from "./properties/all.ts";
import type { Sentence, Sentences } from "./properties/property.ts";

type TaskKind = KindOf<"task">;
type ToldByComments = "task.commented" | "task.comment_edited";
type KindsOfProperty<P> = P extends { sentences: infer S } ? keyof S : never;
type ToldByProperties = KindsOfProperty<(typeof properties)[TaskProperty]>;

/** Kinds of activity that the comments show. */
export const shownByComments: ReadonlySet<string> = new Set<ToldByComments>([
  "task.commented",
  "task.comment_edited",
]);

/** Describes an activity of a task. */
export function sentence(activity: Activity, clock: PageClock): Child {
  return sentenceIn(sentences, activity, clock, "changed the task");
}

/** The sentences of all kinds that neither properties nor comments describe. */
const others: {
  readonly [K in Exclude<TaskKind, ToldByComments | ToldByProperties>]: Sentence<K>;
} = {
  "task.created": () => "created the task",
  "task.drafted": () => "created a draft",
  "task.imported": ({ to }) => (
    <>
      imported the task <q>{to.key}</q> from {to.source}
    </>
  ),
  "task.published": () => "published the task",
  "task.archived": () => "archived the task",
  "task.discarded": () => "discarded the draft",
  "task.restored": () => "restored the task",
  "task.placed": () => "moved the task in the manual order",
  "task.title_changed": ({ from, to }) => (
    <>
      renamed the task from <q>{from}</q> to <q>{to}</q>
    </>
  ),
  "task.description_changed": () => "changed the description",
  "task.comment_deleted": ({ from }) => (
    <>
      deleted a comment by <b>{from.author.name}</b>
    </>
  ),
  "task.comment_restored": ({ to }) => (
    <>
      restored a comment by <b>{to.author.name}</b>
    </>
  ),
  "task.resource_added": ({ to }) => (
    <>
      added the link <q>{to.title}</q>
    </>
  ),
  "task.resource_changed": ({ to }) => (
    <>
      changed the link <q>{to.title}</q>
    </>
  ),
  "task.resource_removed": ({ from }) => (
    <>
      removed the link <q>{from.title}</q>
    </>
  ),
  "task.relation_added": ({ to }) => <>added a relation: {related(to)}</>,
  "task.relation_removed": ({ from }) => <>removed a relation: {related(from)}</>,
  "task.approval_requested": ({ to }) => (
    <>
      requested approval from <b>{to.approver.name}</b>
    </>
  ),
  "task.approved": ({ to }) => (
    <>
      approved <b>{to.requester.name}</b>'s request
    </>
  ),
  "task.declined": ({ to }) => (
    <>
      declined <b>{to.requester.name}</b>'s request
    </>
  ),
  "task.approval_withdrawn": ({ from }) => (
    <>
      withdrew the approval request to <b>{from.approver.name}</b>
    </>
  ),
  "task.approval_reopened": ({ to }) => (
    <>
      requested approval from <b>{to.approver.name}</b> again
    </>
  ),
};

/** The sentences of all kinds of activity, except those that comments show. */
export const sentences: Sentences = Object.assign(
  { ...others },
  ...Object.values(properties).map((property) => property.sentences),
);

type Related = DataOf<"task.relation_added">["to"];

/** Describes a relation: `blocks ENG-2 Paint the fence`. */
function related({ kind, reference, title }: Related): Child {
  return (
    <>
      {relationVerbs[kind]} <b>{reference}</b> <q>{title}</q>
    </>
  );
}
