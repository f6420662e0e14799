/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference types="./kept.d.ts" />
/// <reference types="./moving.d.ts" />
/// <reference types="./peek.d.ts" />
/// <reference types="./history_events.d.ts" />
/// <reference types="./rows.d.ts" />
/// <reference types="./loading.d.ts" />

// Globals that the page's scripts share. They are served as one file, after htmx and before Alpine.

/** A request by htmx, with the fields that our scripts use. */
interface RequestContext {
  text?: string;
  select?: string;
  target?: Element | undefined;
  swap?: string;
  sourceElement: Element;
  request: {
    action: string;
    method: string;
    body?: unknown;
    headers: Record<string, string>;
    /** The button that sends a form. */
    submitter?: Element | null;
    /** Aborts the request, if htmx created it for an element. */
    abort?(): void;
    signal?: AbortSignal;
  };
  /** The response's `HX-*` headers. */
  hx?: { trigger?: string; replaceurl?: string; pushurl?: string };
  title?: string;
  /** The change of the URL. */
  replace?: string;
  response?: { status: number; raw: Response };
  /** The history entry that the request restores. The person might have moved on since. */
  entry?: string;
  /** The request's state: `swapped` once its response is shown. */
  status?: string;
  /** Whether the list being left wasn't rerendered with its current state. */
  lacks?: boolean;
  /** The function that sends the request, if it isn't the browser's own. */
  fetch?: (path: string, request: RequestInit) => Promise<Response>;
}

/** The state of a list when it was left. Other scripts add JSON values. */
interface Place {
  scroll: number;
  anchor: { id: string; top: number } | null;
  /** The IDs of collapsed groups. */
  /** The ID of the focused row. */
  row?: string;
  /** Whether the person moved on to that row from another task's page. */
  stepped?: boolean;
  [more: string]: unknown;
}

/** The values of a form's fields, by field name. */
type Values = Record<string, string[]>;

interface SwapTask {
  type: string;
  target: Element;
  fragment: DocumentFragment;
  swapSpec: { style: string };
}

/** A request for a menu: its URL, and the element it opens beside. */
interface MenuWanted {
  href: string;
  beside: HTMLElement;
  /** The point of the click. */
  at?: { x: number; y: number } | undefined;
  /** The element that gets the focus when the menu closes, if it isn't the one beside it. */
  back?: HTMLElement | null | undefined;
}

interface DocumentEventMap {
  "open-menu": CustomEvent<MenuWanted>;
  "close-layer": Event;
  "keep-place": CustomEvent<Place>;
  "give-place-back": CustomEvent<Place>;
  /** The selection changed. */
  "selection": Event;
  /** An item of a sortable list was moved. */
  "moved": CustomEvent<{ before: Element[] }>;
  /** A text was saved automatically. */
  "autosaved": Event;
  "htmx:config:request": CustomEvent<{ ctx: RequestContext }>;
  "htmx:after:request": CustomEvent<{ ctx: RequestContext }>;
  "htmx:after:swap": CustomEvent<{ ctx: RequestContext }>;
  "htmx:before:swap": CustomEvent<{ ctx: RequestContext }>;
  "htmx:finally:request": CustomEvent<{ ctx: RequestContext }>;
  "htmx:error": CustomEvent<{ ctx?: RequestContext }>;
}

interface GlobalEventHandlersEventMap {
  "alpine:init": Event;
  "htmx:before:request": CustomEvent<{ ctx: RequestContext }>;
}

interface WindowEventMap {
  "htmx:before:swap": CustomEvent<{ ctx: RequestContext; tasks: SwapTask[] }>;
}

/** What Alpine adds to a component: the requesting element, and the component's own root. */
interface ComponentElement {
  $el: HTMLElement;
  $root: HTMLElement;
}

declare const Alpine: {
  data<Component extends object>(
    name: string,
    make: () => Component & ThisType<Component & ComponentElement>,
  ): void;
};

declare const htmx: {
  ajax(
    method: string,
    path: string,
    options:
      | { target: string; swap: string; source: Element; values?: Record<string, string> }
      | { push: "true" },
  ): Promise<void>;
  /** Initializes elements that a script added. */
  process(element: Element): void;
  registerExtension(name: string, extension: {
    htmx_before_swap?(
      element: Element,
      detail: { ctx: RequestContext; tasks: SwapTask[] },
    ): boolean | void;
    htmx_before_init?(element: Element): boolean;
    htmx_before_morph_attr?(element: Element, detail: { attrName: string }): boolean;
    htmx_before_morph_node?(element: Element): boolean;
  }): void;
};

/** `events.js` */
declare function closestTo(event: Event, selector: string): HTMLElement | null;
declare function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]>,
): HTMLElementTagNameMap[T];
/** `events.js`: stops an event, for the browser and for other listeners. */
declare function swallow(event: Event): void;
/** `events.js`: stops the click that follows a release. */
declare function swallowClick(): void;
/** `events.js` */
declare function followed(event: MouseEvent, selector: string): HTMLAnchorElement | null;
/** `events.js` */
declare function typing(event: Event): boolean;
/** `events.js` */
declare function somethingOpen(): Element | null;

interface FormValues {
  /** Returns a form's current values, or the ones that the server rendered. */
  of(form: HTMLFormElement, drawn?: boolean): Values;
  /** Returns whether a form's texts are the same in both. Choices don't count. */
  sameTexts(form: HTMLFormElement, some: Values, others: Values): boolean;
  /** Fills in a form. Changed fields send events, as if someone had typed. */
  set(form: HTMLFormElement, values: Values): void;
}
/** `form_values.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var formValues: FormValues;

interface Matching {
  /** Removes case and accents from a text. */
  fold(text: string): string;
  /** Returns how well a name matches typed text. Higher is better, and 0 is no match. */
  score(typed: string, name: string, around?: string): number;
  /** Returns an option's name, without case and accents. */
  nameOf(option: Element): string;
}
/** `name_score.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var matching: Matching;

/** Fills in a new task from a template; an empty ID means none. `templates.js` */
declare function fillFromTemplate(form: HTMLFormElement, templateId: string): Promise<void>;

interface ListLeft {
  /** Returns the history entry, or the URL if the browser doesn't identify entries. */
  entry(): string;
  /** Returns the shown page's entry. While another page loads, this is still the previous one. */
  shown(): string;
  /** Returns the state of the list that the open page was opened from, or null. */
  place(): Place | null;
  /** Makes Back focus another row of the list. */
  standOn(row: string): void;
}
/** `list_place.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var listLeft: ListLeft;

/**
 * `next_task.js`: opens the next or previous task of the list that the task was opened from.
 * @returns whether there is such a list
 */
declare function stepTask(by: number): boolean;

/** Stores collapsed groups of a list on the server, by their keys (`folding.js`). */
declare function rememberFolded(keys: readonly string[], open: boolean): void;

interface SelectedTasks {
  references(): string[];
  has(reference: string): boolean;
  /** Selects only these tasks, up to the limit of a change. */
  set(references: Iterable<string>): void;
  /** Adds tasks to the selection, or removes them. */
  put(references: Iterable<string>, on: boolean): void;
  /** Selects or deselects a row, where ranges then start. */
  toggle(row: HTMLElement | null, on?: boolean): void;
  /** Starts a range at a row, unless the last one ended there. */
  beginRange(row: HTMLElement): void;
  /** Selects all rows from the start of the range. */
  extend(row: HTMLElement | null): void;
  /** Clears the selection. @returns whether there was one */
  clear(): boolean;
  /**
   * Returns the URL of a menu for the selection, or null without a selection.
   * @param reference a task that must be selected
   */
  menu(name: string, reference?: string): string | null;
}
/** `selection.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var selection: SelectedTasks;

/** `send_fields.js` @param fields by name, or URL-encoded @returns whether the request succeeded; never rejects */
declare function sendFields(
  path: string,
  fields: Record<string, string> | string,
): Promise<"done" | "refused" | "unreached">;

/** `undo.js`: remembers a `fetch` request as an act that Ctrl+Z can undo. @returns its response */
declare function remembered(asking: Promise<Response>): Promise<Response>;

/** `send_fields.js` */
declare function isDone(ctx: RequestContext): boolean;
/** Returns the headers that name the page's viewer. */
declare function sentBy(): Record<string, string>;

/** `chosen_tasks.js`: returns the references of selected tasks, or else of the task that shortcuts act on. */
declare function chosenTasks(): string[];
/** Runs an action of the selection on these tasks, such as `assignToMe`. */
declare function actOnChosen(act: string): Promise<void>;

/** `focus.js`: if nothing has the focus, focuses the earlier element or the page's main part. */
declare function findPlace(active?: HTMLElement | null): void;

/** `waiting_keys.js`: opens something, and resolves to whether it is open. Keys wait until then. */
declare function opens(open: () => Promise<boolean>): Promise<void>;

/** `toast_place.js`: shows a toast with an error and the next step, or with a result, in place of the current toast. */
declare function tell(
  text: string,
  kind?: "error" | "done",
  /** The toast's link, and whether it opens the composer. */
  link?: { href: string; name: string; composes?: boolean },
): void;
/** Announces a text to screen readers; `told` is the region for toasts. `events.js` */
declare function announce(text: string, id?: "announced" | "told" | "changed"): void;
/** Opens or closes the sidebar. `sidebar.js` */
declare function turnSidebar(): void;
/** Opens the page of a key after `G`. @returns whether it leads anywhere. `sidebar.js` */
declare function goToPlace(key: string): boolean;
/** Returns the row in focus or under the pointer, or the open task. `keys.js` */
declare function pointedTask(): HTMLElement | null;

interface MarkdownText {
  /** Replaces a part of a field's text, as if someone had typed it. */
  put(field: HTMLTextAreaElement, from: number, to: number, text: string): void;
  /** Continues the list at the caret. */
  goOn(field: HTMLTextAreaElement): boolean;
  /** The bar's tools, by the names of their buttons. */
  tools: Record<string, (field: HTMLTextAreaElement) => void>;
}
/** `markdown_text.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var markdownText: MarkdownText;
/** `suggest.js`: returns the records that match text typed after `@` or `#`, from the field's URL. */
declare function findRecords(
  field: HTMLTextAreaElement,
  typed: string,
  signal?: AbortSignal | null,
): Promise<{ kind: string; key: string | null; title: string }[]>;
/** `long_paste.js`: inserts text into a new task's title up to the limit. The rest starts the description. */
declare function writeTitle(title: HTMLTextAreaElement, text: string): void;
/** `new_links.js`: adds a link to a new task, once. */
declare function addNewLink(form: HTMLFormElement, url: string): void;
/** `toast_place.js`: moves toasts to a place where they can be used. */
declare function raiseNews(): void;
