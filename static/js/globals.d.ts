/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference types="./kept.d.ts" />
/// <reference types="./moving.d.ts" />
/// <reference types="./peek.d.ts" />
/// <reference types="./history_events.d.ts" />
/// <reference types="./rows.d.ts" />

// What the scripts of a page share: they are served as one, after htmx and before Alpine.

/** A request of htmx's, as far as our scripts look at it. */
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
    /** Gives it up, where htmx made it for what asks. */
    abort?(): void;
    signal?: AbortSignal;
  };
  /** The answer's `HX-*` headers. */
  hx?: { trigger?: string; replaceurl?: string; pushurl?: string };
  title?: string;
  /** What becomes of the address. */
  replace?: string;
  response?: { status: number; raw: Response };
  /** Which entry of the browser's history it brings back: one may have gone on since. */
  entry?: string;
  /** What became of it: `swapped` once its answer is shown. */
  status?: string;
  /** Whether the list that it leads away from wasn't drawn as it is by now. */
  lacks?: boolean;
  /** What asks, where it isn't the browser's own. */
  fetch?: (path: string, request: RequestInit) => Promise<Response>;
}

/** How one left a list; other scripts add what they keep of it, as JSON takes it. */
interface Place {
  scroll: number;
  anchor: { id: string; top: number } | null;
  /** The ids of what was folded. */
  folded: string[];
  /** The id of the row that had the focus. */
  row?: string;
  /** Whether one went on to that row from another one's page. */
  stepped?: boolean;
  [more: string]: unknown;
}

/** The values of a form's fields, by their names. */
type Values = Record<string, string[]>;

interface SwapTask {
  type: string;
  target: Element;
  fragment: DocumentFragment;
  swapSpec: { style: string };
}

/** What of a page wants a menu: where the menu is found, and beside what it opens. */
interface MenuWanted {
  href: string;
  beside: HTMLElement;
  /** The point at which one clicked. */
  at?: { x: number; y: number } | undefined;
  /** What has the focus again when it closes, where it isn't what it opens beside. */
  back?: HTMLElement | null | undefined;
}

interface DocumentEventMap {
  "open-menu": CustomEvent<MenuWanted>;
  "close-layer": Event;
  "keep-place": CustomEvent<Place>;
  "give-place-back": CustomEvent<Place>;
  /** Other tasks are selected now. */
  "selection": Event;
  /** An item of a list that one orders was put elsewhere. */
  "moved": CustomEvent<{ before: Element[] }>;
  /** A text was saved by itself. */
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

/** What Alpine adds to a component: the element that is asking, and the component's own. */
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
  /** Takes up what a script added. */
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
/** `events.js`: takes an event from the browser, and from whoever it would come to next. */
declare function swallow(event: Event): void;
/** `events.js`: takes the click that follows what one let go. */
declare function swallowClick(): void;
/** `events.js` */
declare function followed(event: MouseEvent, selector: string): HTMLAnchorElement | null;
/** `events.js` */
declare function typing(event: Event): boolean;
/** `events.js` */
declare function somethingOpen(): Element | null;

interface FormValues {
  /** The values of a form, as they stand or as the server drew them. */
  of(form: HTMLFormElement, drawn?: boolean): Values;
  /** Whether a form's texts are the same in both, however its choices are. */
  sameTexts(form: HTMLFormElement, some: Values, others: Values): boolean;
  /** Fills a form in; the fields that change say so, as if one had typed. */
  set(form: HTMLFormElement, values: Values): void;
}
/** `form_values.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var formValues: FormValues;

interface Matching {
  /** A text without its letters' case and accents. */
  fold(text: string): string;
  /** How well a name fits what was typed, 0 where not: the higher the better. */
  score(typed: string, name: string, around?: string): number;
  /** What an option is called, folded. */
  nameOf(option: Element): string;
}
/** `name_score.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var matching: Matching;

/** Fills a new task in from a template; an empty id is none. `templates.js` */
declare function fillFromTemplate(form: HTMLFormElement, templateId: string): Promise<void>;

interface ListLeft {
  /** The entry of the browser's history, or the address where the browser doesn't name it. */
  entry(): string;
  /** The one whose page is shown: while another is fetched, still the last one. */
  shown(): string;
  /** How one left the list that the open page was come to from; null where it was come to otherwise. */
  place(): Place | null;
  /** Lets Back stand on another of its rows. */
  standOn(row: string): void;
}
/** `list_place.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var listLeft: ListLeft;

/** `next_task.js`: opens the next task of the list that one came from, or the previous one. @returns whether there is such a list */
declare function stepTask(by: number): boolean;

/** Has the server remember what of a list is folded, by its keys (`folding.js`). */
declare function rememberFolded(keys: readonly string[], open: boolean): void;

interface SelectedTasks {
  references(): string[];
  has(reference: string): boolean;
  /** Selects these and no others; of more than can be changed at once, the first. */
  set(references: Iterable<string>): void;
  /** Selects some besides, or leaves them out. */
  put(references: Iterable<string>, on: boolean): void;
  /** Selects a row or leaves it out; ranges begin there. */
  toggle(row: HTMLElement | null, on?: boolean): void;
  /** Begins a range at a row, unless the last one ended there. */
  beginRange(row: HTMLElement): void;
  /** Selects all from where the range began. */
  extend(row: HTMLElement | null): void;
  /** Selects nothing. @returns whether anything was */
  clear(): boolean;
  /**
   * Where a menu of all that is selected is; null where nothing is.
   * @param reference a task that has to be among them
   */
  menu(name: string, reference?: string): string | null;
}
/** `selection.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var selection: SelectedTasks;

/** `send_fields.js` @param fields by their names, or as a URL spells them @returns whether it was done; it never fails */
declare function sendFields(
  path: string,
  fields: Record<string, string> | string,
): Promise<"done" | "refused" | "unreached">;

/** `undo.js`: what was asked for by `fetch` is an act too, whose Undo a key presses. @returns its answer */
declare function remembered(asking: Promise<Response>): Promise<Response>;

/** `send_fields.js` */
declare function isDone(ctx: RequestContext): boolean;
/** What tells whose page it is that sends something. */
declare function sentBy(): Record<string, string>;

/** `chosen_tasks.js`: the references of what is selected, else of the task that one points at. */
declare function chosenTasks(): string[];
/** Does something with them by an action of the selection: `assignToMe`. */
declare function actOnChosen(act: string): Promise<void>;

/** `focus.js`: where nothing has the focus, what had it has it again, or the page's main part. */
declare function findPlace(active?: HTMLElement | null): void;

/** `keys.js`: what opens the palette has come, or nothing does; what was pressed for that before opens it now. */
declare function paletteComes(open?: () => unknown): void;

/** `waiting_keys.js`: opens something, and says whether it is open; keys that are pressed meanwhile wait for that. */
declare function opens(open: () => Promise<boolean>): Promise<void>;

/**
 * `toast_place.js`: says what went wrong and what to do next, or what was done, in the corner where the server's news stand, in the place of what
 * is there.
 */
declare function tell(
  text: string,
  kind?: "error" | "done",
  /** What it offers, and whether that is the composer. */
  link?: { href: string; name: string; composes?: boolean },
): void;
/** Says something to who doesn't see the page; `told` is where its news is said. `events.js` */
declare function announce(text: string, id?: "announced" | "told" | "changed"): void;
/** Opens the sidebar, or closes it. `sidebar.js` */
declare function turnSidebar(): void;
/** Goes where a key leads after `G`. @returns whether it leads anywhere. `sidebar.js` */
declare function goToPlace(key: string): boolean;
/** The row in focus or under the pointer, or the open task. `keys.js` */
declare function pointedTask(): HTMLElement | null;

interface MarkdownText {
  /** Puts a text in the place of a part of a field's, as if one had typed it. */
  put(field: HTMLTextAreaElement, from: number, to: number, text: string): void;
  /** Goes on with the list that the caret is in. */
  goOn(field: HTMLTextAreaElement): boolean;
  /** What the bar does, by the names of its buttons. */
  tools: Record<string, (field: HTMLTextAreaElement) => void>;
}
/** `markdown_text.js` */
// deno-lint-ignore no-var -- nothing else is a property of globalThis
declare var markdownText: MarkdownText;
/** `suggest.js`: the records that fit what was typed behind `@` or `#`, from where its field says. */
declare function findRecords(
  field: HTMLTextAreaElement,
  typed: string,
  signal?: AbortSignal | null,
): Promise<{ kind: string; key: string | null; title: string }[]>;
/** `long_paste.js`: writes into a new task's title, as far as a title goes; the rest begins the description. */
declare function writeTitle(title: HTMLTextAreaElement, text: string): void;
/** `new_links.js`: puts a link among those that a new task starts with, once. */
declare function addNewLink(form: HTMLFormElement, url: string): void;
/** `toast_place.js`: brings the news to where it can be used. */
declare function raiseNews(): void;
