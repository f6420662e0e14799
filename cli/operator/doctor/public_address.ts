import { sql } from "kysely";
import type { Config } from "../../../server/config.ts";
import type { Database } from "../../../server/database/open.ts";
import { nearnessOf } from "../../../server/http/client.ts";
import { SERVED_BELOW } from "../../../server/http/serve_below.ts";
import { isLoopback } from "../../../server/mail/loopback.ts";
import { version } from "../../version.ts";
import { type Finding, ok, warning } from "./finding.ts";

const PATIENCE_MS = 3_000;
const EXAMPLES = 'For examples, run "backlog help operators/reverse-proxy".';

/** The result of a request to the public address. */
interface PublicAddress {
  finding: Finding;
  /** Whether Backlog answers there, in any version. */
  answers: boolean;
}

/** Checks whether a server of this version answers at the public address, as seen from this machine. */
export async function examinePublicAddress(
  { origin, host, port }: Pick<Config, "origin" | "host" | "port">,
): Promise<PublicAddress> {
  const check = "Public address";
  const behind =
    `that the domain name points to the proxy, and that the proxy forwards to ${host}:${port}`;
  try {
    const response = await fetch(`${origin}/health`, {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (text.startsWith(SERVED_BELOW)) {
      const finding = warning(
        check,
        `The proxy at ${origin} removes the path before it passes requests to Backlog.`,
        `Configure the proxy to keep the path. ${EXAMPLES}`,
      );
      return { finding, answers: true };
    }
    const found = parsed(text);
    if (typeof found?.version !== "string") {
      const detail = `The server at ${origin} isn't a Backlog server.`;
      return { finding: warning(check, detail, `Check ${behind}.`), answers: false };
    }
    const detail = `Backlog ${found.version} is running at ${origin}.`;
    const finding = found.version === version ? ok(check, detail) : warning(
      check,
      `${detail} This program is version ${version}.`,
      "Restart the server with this version.",
    );
    return { finding, answers: true };
  } catch (error) {
    return { finding: unreachable(check, origin, behind, error), answers: false };
  }
}

/** Says why the address couldn't be reached. A server that isn't running is no fault on this machine's own address. */
function unreachable(check: string, origin: string, behind: string, error: unknown): Finding {
  const { name, message, cause } = error as Error;
  const reason = `${message} ${(cause as Error | undefined)?.message ?? ""}`;
  if (/invalid peer certificate/.test(reason)) {
    return warning(
      check,
      `The certificate at ${origin} isn't trusted by this machine.`,
      "Use a certificate from a public authority, or set DENO_CERT to the path of your own authority's certificate.",
    );
  }
  if (/received corrupt message/.test(reason)) {
    const next = `Correct BACKLOG_ORIGIN, or check ${behind}.`;
    return warning(check, `The server at ${origin} doesn't use HTTPS.`, next);
  }
  if (name === "TimeoutError") {
    const detail = `No response from ${origin} within ${PATIENCE_MS / 1000} seconds.`;
    return warning(check, detail, `Check ${behind}. If everything is correct, restart the server.`);
  }
  if (isLoopback(new URL(origin).hostname)) return ok(check, `No server is running at ${origin}.`);
  const next = `Start the server. If the server is already running, check ${behind}.`;
  return warning(check, `${origin} can't be reached from this machine.`, next);
}

function parsed(text: string): { version?: unknown } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Checks whether the proxy forwards client addresses, by the addresses of recent sessions. */
export async function examineForwarding(
  database: Database,
  { origin, trustProxy }: Pick<Config, "origin" | "trustProxy">,
): Promise<Finding[]> {
  if (!trustProxy || isLoopback(new URL(origin).hostname)) return [];
  const check = "Proxy headers";
  const { rows } = await sql<{ address: string }>`select distinct address from sessions
    where address is not null order by last_seen_at desc limit 50`.execute(database.read);
  if (rows.length === 0) {
    return [ok(check, "No sessions yet, so the proxy headers can't be checked.")];
  }
  if (rows.some(({ address }) => nearnessOf(address) !== "machine")) {
    return [ok(check, "The proxy forwards client addresses.")];
  }
  return [warning(
    check,
    "All sessions appear to come from this machine, so X-Forwarded-For is missing.",
    `Configure the proxy to set X-Forwarded-For to the client's address. ${EXAMPLES}`,
  )];
}
