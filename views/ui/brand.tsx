import { raw } from "hono/html";

const mark = raw(
  '<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><rect width="20" height="20" rx="5" ' +
    'fill="var(--accent)"/><path d="M5 6h10M5 10h7M5 14h4" stroke="var(--on-accent)" stroke-width="1.8" ' +
    'stroke-linecap="round"/></svg>',
);

/** The product's logo and name. */
export function Brand() {
  return <span class="brand">{mark}Backlog</span>;
}
