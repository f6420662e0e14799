import type { Child } from "hono/jsx";
import { landingPath } from "../paths.ts";
import { Brand } from "../ui/brand.tsx";
import { PublicSearchLink } from "../ui/public_search.tsx";
import { Document } from "./document.tsx";
import type { Frame } from "./frame.ts";

interface AuthProps {
  frame: Frame;
  title: string;
  lead?: Child;
  children: Child;
  /** Content below the form, such as the link to the other page. */
  foot?: Child;
  /** Whether the page has a search link. Pages with a required step have none. */
  searches?: boolean;
}

/** A page with one form in the middle, such as sign-in or onboarding. */
export function Auth({ frame, title, lead, children, foot, searches = true }: AuthProps) {
  return (
    <Document frame={frame} title={`${title} · Backlog`} layout="auth" areas={["public"]}>
      <header class="auth-head">
        <a href={landingPath} aria-label="Backlog, home">
          <Brand />
        </a>
        {searches && <PublicSearchLink frame={frame} />}
      </header>
      <main id="main" class="auth-main">
        <h1>{title}</h1>
        {lead && <p class="auth-lead">{lead}</p>}
        {children}
        {foot && <div class="auth-foot">{foot}</div>}
      </main>
    </Document>
  );
}
