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
  /** Below the form: the way to the other page. */
  foot?: Child;
  /** Whether one can search the public site from here: not where something is to be done first. */
  searches?: boolean;
}

/** One form in the middle of the page: signing in, signing up, the first workspace. */
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
