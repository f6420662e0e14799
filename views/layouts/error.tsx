import type { Named } from "../../server/domain/refs/named.ts";
import { People } from "../parts/whom_to_ask.tsx";
import { landingPath } from "../paths.ts";
import { Brand } from "../ui/brand.tsx";
import { PublicSearchLink } from "../ui/public_search.tsx";
import { Document } from "./document.tsx";
import type { Frame } from "./frame.ts";

interface ErrorProps {
  status: number;
  /** The problem, in one sentence. */
  message: string;
  /** The next step, in one sentence. */
  hint?: string | undefined;
  /** People who can help. */
  helpers?: readonly Named[];
  requestId: string;
  /** The main link. */
  back?: { href: string; name: string };
}

const titles: Record<number, string> = {
  401: "Sign-in required",
  403: "Not allowed",
  404: "Not found",
  412: "Conflicting change",
  413: "Too large",
  422: "Invalid input",
  429: "Too many attempts",
  500: "Something went wrong",
};

const hints: Record<number, string> = {
  404: "Check the address, or go back to the previous page.",
  429: "Wait a moment, then try again.",
  500: "Try again. If the problem continues, send the request ID to the server operator.",
  503: "Wait a moment, then try again.",
};

/** The heading of an error. */
export function errorTitle(status: number): string {
  return titles[status] ?? "Something went wrong";
}

/** An error as a whole document. */
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
        <PublicSearchLink frame={frame} />
      </header>
      <main id="main" class="auth-main">
        <ErrorContent {...error} />
      </main>
    </Document>
  );
}

/** The problem, the next step, and the request ID that the server's log contains. */
export function ErrorContent({ status, message, hint, helpers, requestId, back }: ErrorProps) {
  const next = hint ?? hints[status];
  const way = back ?? { href: landingPath, name: "Open the home page" };
  return (
    <>
      <p class="error-status">{status}</p>
      <h1>{errorTitle(status)}</h1>
      <p class="auth-lead">{message}</p>
      {next && <p class="auth-lead">{next}</p>}
      {helpers && helpers.length > 0 && (
        <p class="auth-lead">
          You can ask <People people={helpers} /> for help.
        </p>
      )}
      <div class="form-actions">
        <a class="button" data-kind="primary" data-size="large" href={way.href}>{way.name}</a>
      </div>
      <p class="auth-foot">
        Request ID <code>{requestId}</code>
      </p>
    </>
  );
}
