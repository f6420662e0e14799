/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// What the scripts of a page share: they are served as one, after htmx and before Alpine.

/** A request of htmx's, as far as our scripts look at it. */
interface RequestContext {
  text?: string;
  select?: string;
  target?: Element;
  response?: unknown;
}

interface SwapTask {
  type: string;
  target: Element;
  swapSpec: { style: string };
}

/** What of a page wants a menu: where the menu is found, and beside what it opens. */
interface MenuWanted {
  href: string;
  beside: HTMLElement;
}

interface DocumentEventMap {
  "open-menu": CustomEvent<MenuWanted>;
  "close-layer": Event;
  "htmx:after:swap": CustomEvent<{ ctx: RequestContext }>;
  "htmx:after:history:push": Event;
  "htmx:after:history:replace": Event;
  "htmx:error": CustomEvent<{ ctx?: RequestContext }>;
}

interface GlobalEventHandlersEventMap {
  "alpine:init": Event;
  "htmx:before:request": Event;
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
    options: { target: string; swap: string; source: Element },
  ): Promise<void>;
  registerExtension(name: string, extension: {
    htmx_before_swap?(
      element: Element,
      detail: { ctx: RequestContext; tasks: SwapTask[] },
    ): void;
    htmx_before_morph_attr?(element: Element, detail: { attrName: string }): boolean;
  }): void;
};

/** `events.js` */
declare function closestTo(event: Event, selector: string): HTMLElement | null;
/** `events.js` */
declare function followed(event: MouseEvent, selector: string): HTMLAnchorElement | null;
/** `events.js` */
declare function typing(event: Event): boolean;
