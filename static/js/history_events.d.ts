// The history events of htmx, for `globals.d.ts`.

interface DocumentEventMap {
  "htmx:after:history:push": Event;
  "htmx:after:history:replace": Event;
  "htmx:before:history:restore": Event;
  "htmx:before:history:update": CustomEvent<{ history: { type: string; path: string } }>;
}
