import type { Member, Principal } from "../domain/core/actor.ts";
import { DomainError } from "../domain/core/errors.ts";
import type { LeftTask } from "../domain/tasks/schema.ts";
import type { Audience } from "../domain/core/operation.ts";
import type { ActionContext } from "./context.ts";
import { type Form, readFields, type ValuesOf } from "./forms.ts";
import type { PathParams } from "./path.ts";
import { Refusal } from "./refusal.ts";
import { contextOf, required, type Visit } from "./visit.ts";

/** The action that undoes another one. */
export interface Undo {
  action: Action;
  path: string;
  /** The name of its button. Defaults to "Undo". */
  name?: string;
  /** Fields that the Undo form sends in addition to its button: the earlier values, if nothing else stores them. */
  along?: Readonly<Record<string, string>>;
}

/** The message after an action. */
export interface ActionMessage {
  text: string;
  link?: { href: string; name: string };
  /** Whether the change is visible without a message. The page then gets only the Undo form, which Ctrl+Z sends. */
  quiet?: boolean;
  undo?: Undo;
  /** The references of the tasks that the action selects, if the page has a selection. */
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

/** The result of an action. */
export interface Done {
  /** The secret that its page shows once. */
  secret: Secret | null;
  said: ActionMessage | null;
  /** The path of the next page, or null for the page that sent the form. */
  to: string | null;
  /** Whether the browser opens the next page even with JavaScript. */
  leads: boolean;
  /** The new URL of the page that sent the form, or null if it keeps its URL. */
  becomes: string | null;
  /** The layer to show again. */
  stays: string | null;
}

/**
 * The parts of a page with a sidebar that an action changes. "nothing" means that the page already shows the change.
 */
export type Changes = "page" | "page and sidebar" | "sidebar" | "nothing";

/** An action that a form requests. */
export interface Action<F extends Form = Form> {
  path: string;
  /** The field that identifies the action at its path: `act=archive`, or only a name. */
  button: string | undefined;
  form: F;
  audience: Audience;
  /** Whether each attempt counts toward a limit. Known before the form is read. */
  counts: boolean;
  /** Whether pages of another workspace can request the action. */
  anywhere: boolean;
  /**
   * Whether the sender keeps the typed text. If the action is refused, the page shows the reason and doesn't change
   * otherwise.
   */
  kept: boolean;
  /** The parameters of its page's URL that open its form. */
  closes: readonly string[];
  changes: Changes;
  /** Returns the page of the form, if the request doesn't name it. */
  home(params: Record<string, string>): string;
  /** @returns the refusal, if the action was refused */
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
  /** Whether pages of another workspace can request the action, although references there name other records. */
  anywhere?: boolean;
  /** Whether the sender keeps the typed text, whatever the result. */
  kept?: boolean;
  /** The URL parameters that open the form. After success, the form closes. */
  closes?: readonly string[];
  /** The parts of the requesting page to render again. Defaults to the page. */
  changes?: Changes;
  does(values: ValuesOf<F>, at: ActionContext<V, P>): Promise<R>;
  /** Returns the message after success. */
  says?(result: R, values: ValuesOf<F>, at: ActionContext<V, P>): ActionMessage | null;
  /** Returns the secret that the requesting page shows once. The page then doesn't change. */
  reveals?(result: R, at: ActionContext<V, P>): Secret;
  /** Returns the path of the next page. Without it, or with null, the requesting page is rendered again. */
  then?(result: R, values: ValuesOf<F>, at: ActionContext<V, P>): string | null;
  /** Whether the browser opens the next page even with JavaScript. */
  leads?: true;
  /** Returns the new URL of the requesting page. Without it, or with null, the page keeps its URL. */
  becomes?(result: R): string | null;
  /** Returns the page of the form, if the request doesn't name it. */
  home(params: PathParams<P>): string;
  /** Returns which of several forms on a page was sent. */
  of?(params: PathParams<P>): string;
  /** Returns the URL of the layer that stays open, or null to close it. */
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

/** Creates an action for members of a workspace. */
export const action = actionFor("member", ({ member }) => required(member));
/** Creates an action for anyone who is signed in, with or without a workspace. */
export const principalAction = actionFor("principal", ({ viewer }) => required(viewer));
/** Creates an action for everyone. */
export const publicAction = actionFor("anyone", ({ viewer }) => viewer);
