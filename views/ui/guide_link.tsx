import type { GuidePath } from "../docs_paths.ts";

/** A link from the app to its docs, which are always new documents. */
export const GuideLink = ({ to, text }: { to: GuidePath; text: string }) => (
  <a class="guide-link" href={to} hx-boost="false">{text}</a>
);
