import type { Member, Principal } from "../domain/core/actor.ts";
import { DomainError } from "../domain/core/errors.ts";
import type { LeftTask } from "../domain/tasks/schema.ts";
import type { Audience } from "../domain/core/operation.ts";
import type { ActionContext } from "./context.ts";
import { type Form, readFields, type ValuesOf } from "./forms.ts";
import type { PathParams } from "./path.ts";
import { Refusal } from "./refusal.ts";
import { contextOf, required, type Visit } from "./visit.ts";

/** The action that takes another one back. */
export interface Undo {
  action: Action;
  path: string;
  /** How it is called; Undo, unless said otherwise. */
  name?: string;
  /** What its form sends besides its button: how it was before, where nothing else keeps that. */
  along?: Readonly<Record<string, string>>;
}

/** What is said of an action that was done. */
export interface ActionMessage {
  text: string;
  link?: { href: string; name: string };
  /** Whether it is seen without being said: the page gets its Undo alone, which ⌘Z presses. */
  quiet?: boolean;
  undo?: Undo;
  /** The references of the tasks that are selected from then on, where there is a selection. */
  selects?: readonly string[];
  /** All tasks that weren't changed, if the text names only some of them. */
  left?: readonly LeftTask[];
  /** The saved version of the record. The record might have changed again since. */
  version?: number;
}

/** The message when a form changed nothing. @param what the record or field, as in "No changes to {what}" */
export const unchanged = (what: string): ActionMessage => ({
  text: `No changes to ${what}`,
});

/** A secret that is shown once, in the response to a form. */
export interface Secret {
  /** The kind of secret: "Personal access token". */
  name: string;
  secret: string;
  /** A command that works with it as it is. */
  line?: string;
}

/** What an action ended in. */
export interface Done {
  /** What its page shows this once. */
  secret: Secret | null;
  said: ActionMessage | null;
  /** Where it leads; null for the page that asked. */
  to: string | null;
  /** Whether one goes there from whatever page asked. */
  leads: boolean;
  /** The address that the page that asked has from then on; null where it keeps its own. */
  becomes: string | null;
  /** The layer that is shown again. */
  stays: string | null;
}

/**
 * What an action changes of a page with a sidebar: the page, the sidebar besides, or the sidebar alone; nothing, where the
 * page has shown it already.
 */
export type Changes = "page" | "page and sidebar" | "sidebar" | "nothing";

/** Something that a form does. */
export interface Action<F extends Form = Form> {
  path: string;
  /** The field by which it is told from others at its path: `act=archive`, or a name alone. */
  button: string | undefined;
  form: F;
  audience: Audience;
  /** Whether each try counts, so that a client can't make too many: told before its form is read. */
  counts: boolean;
  /** Whether it may be asked for from a page of another workspace. */
  anywhere: boolean;
  /** Whether what was typed stays with who sends it: refused, it is said why, and nothing shown in its place. */
  kept: boolean;
  /** The parameters of its page's URL that open its form. */
  closes: readonly string[];
  changes: Changes;
  /** The page that its form stands on, where nothing tells which one asked. */
  home(params: Record<string, string>): string;
  /** @returns how it was refused, where it was */
  run(visit: Visit, request: ActionRequest): Promise<Done | Refusal>;
}

interface ActionRequest {
  url: URL;
  params: Record<string, string>;
  fields: URLSearchParams;
}

interface ActionParts<V, P extends string, F extends Form, R> {
  path: P;
  button?: string;
  form: F;
  counts?: boolean;
  /** Whether it may be asked for from a page of another workspace, where references name other records. */
  anywhere?: boolean;
  /** Whether what was typed stays with who sends it, whatever comes of it. */
  kept?: boolean;
  /** The parameters of its page's URL that open its form: done, it is closed. */
  closes?: readonly string[];
  /** What of the page that asked is told anew; the page, unless said otherwise. */
  changes?: Changes;
  does(values: ValuesOf<F>, at: ActionContext<V, P>): Promise<R>;
  /** What is said once it is done. */
  says?(result: R, values: ValuesOf<F>, at: ActionContext<V, P>): ActionMessage | null;
  /** What the page that asked shows this once; it stays where it is then. */
  reveals?(result: R, at: ActionContext<V, P>): Secret;
  /** Where it leads; without it, or for null, the page that asked is shown as it now stands. */
  then?(result: R, values: ValuesOf<F>, at: ActionContext<V, P>): string | null;
  /** Set where one goes there from whatever page asked, with JavaScript too. */
  leads?: true;
  /** The address that the page that asked has from then on; without it, or for null, its own. */
  becomes?(result: R): string | null;
  /** The page that its form stands on, where nothing tells which one asked. */
  home(params: PathParams<P>): string;
  /** Which of several forms on a page it was. */
  of?(params: PathParams<P>): string;
  /** The layer that stays open, as it is shown next; null to close it. */
  stays?(values: ValuesOf<F>, params: PathParams<P>, result: R): string | null;
}

function actionFor<V extends Member | Principal | null>(
  audience: Audience,
  viewerOf: (visit: Visit) => V,
) {
  return <P extends string, F extends Form, R>(parts: ActionParts<V, P, F, R>): Action<F> => {
    const action: Action<F> = {
      path: parts.path,
      button: parts.button,
      form: parts.form,
      audience,
      counts: parts.counts ?? false,
      anywhere: parts.anywhere ?? audience !== "member",
      kept: parts.kept ?? false,
      closes: parts.closes ?? [],
      changes: parts.changes ?? "page",
      home: (params) => parts.home(params as PathParams<P>),
      async run(visit, { url, params, fields }) {
        const values = readFields(parts.form, fields);
        const at = contextOf<V, P>(visit, viewerOf(visit), url, params);
        try {
          const result = await parts.does(values, at);
          return {
            secret: parts.reveals?.(result, at) ?? null,
            said: parts.says?.(result, values, at) ?? null,
            to: parts.then?.(result, values, at) ?? null,
            leads: parts.leads ?? false,
            becomes: parts.becomes?.(result) ?? null,
            stays: parts.stays?.(values, at.params, result) ?? null,
          };
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          return new Refusal(error, action, values, parts.of?.(at.params));
        }
      },
    };
    return action;
  };
}

/** Something that members of a workspace do. */
export const action = actionFor("member", ({ member }) => required(member));
/** Something that somebody signed in does, in a workspace or not. */
export const principalAction = actionFor("principal", ({ viewer }) => required(viewer));
/** Something that anyone does. */
export const publicAction = actionFor("anyone", ({ viewer }) => viewer);
