// What htmx says of the browser's history, for `globals.d.ts`.

interface DocumentEventMap {
  "htmx:after:history:push": Event;
  "htmx:after:history:replace": Event;
  "htmx:before:history:restore": Event;
  "htmx:before:history:update": CustomEvent<{ history: { type: string; path: string } }>;
}
