import type { Named } from "../../server/domain/refs/named.ts";
import { People } from "../parts/whom_to_ask.tsx";
import { landingPath } from "../paths.ts";
import { Brand } from "../ui/brand.tsx";
import { Document } from "./document.tsx";
import type { Frame } from "./frame.ts";

interface ErrorProps {
  status: number;
  /** One sentence: what happened. */
  message: string;
  /** One sentence: what to do next. */
  hint?: string | undefined;
  /** Who can help. */
  helpers?: readonly Named[];
  requestId: string;
  /** Where to go from here. */
  back?: { href: string; name: string };
}

const titles: Record<number, string> = {
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  412: "Changed meanwhile",
  413: "Too large",
  422: "That can't be used",
  429: "Too many tries",
  500: "Something broke",
};

const hints: Record<number, string> = {
  404: "Check the address, or go back to where you were.",
  429: "Wait a moment, then try again.",
  500: "Try again. If it happens twice, tell whoever runs this server, with the request's id.",
  503: "Wait a moment, then try again.",
};

/** The heading of an error. */
export function errorTitle(status: number): string {
  return titles[status] ?? "That didn't work";
}

/** An error as a document of its own. */
export function ErrorPage({ frame, ...error }: ErrorProps & { frame: Frame }) {
  return (
    <Document
      frame={frame}
      title={`${errorTitle(error.status)} · Backlog`}
      layout="auth"
      areas={["public"]}
    >
      <header class="auth-head">
        <a href={landingPath} aria-label="Backlog, home">
          <Brand />
        </a>
      </header>
      <main id="main" class="auth-main">
        <ErrorContent {...error} />
      </main>
    </Document>
  );
}

/** What went wrong, what to do next, and the id by which the server's log knows the request. */
export function ErrorContent({ status, message, hint, helpers, requestId, back }: ErrorProps) {
  const next = hint ?? hints[status];
  const way = back ?? { href: landingPath, name: "Go to the start page" };
  return (
    <>
      <p class="error-status">{status}</p>
      <h1>{errorTitle(status)}</h1>
      <p class="auth-lead">{message}</p>
      {next && <p class="auth-lead">{next}</p>}
      {helpers && helpers.length > 0 && (
        <p class="auth-lead">
          Here that is <People people={helpers} />.
        </p>
      )}
      <div class="form-actions">
        <a class="button" data-kind="primary" data-size="large" href={way.href}>{way.name}</a>
      </div>
      <p class="auth-foot">
        Request <code>{requestId}</code>
      </p>
    </>
  );
}
