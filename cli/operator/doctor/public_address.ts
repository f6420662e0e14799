import { sql } from "kysely";
import type { Config } from "../../../server/config.ts";
import type { Database } from "../../../server/database/open.ts";
import { nearnessOf } from "../../../server/http/client.ts";
import { SERVED_BELOW } from "../../../server/http/serve_below.ts";
import { isLoopback } from "../../../server/mail/loopback.ts";
import { version } from "../../version.ts";
import { type Finding, ok, warning } from "./finding.ts";

const PATIENCE_MS = 3_000;

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
  const behind = `that the name points to the proxy, and the proxy to ${host}:${port}`;
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
        "Configure the proxy to keep the path. README.md has examples.",
      );
      return { finding, answers: true };
    }
    const found = parsed(text);
    if (typeof found?.version !== "string") {
      const detail = `The server at ${origin} isn't Backlog.`;
      return { finding: warning(check, detail, `Check ${behind}.`), answers: false };
    }
    const detail = `Backlog ${found.version} answers at ${origin}.`;
    const finding = found.version === version ? ok(check, detail) : warning(
      check,
      `${detail} This program is ${version}.`,
      "Restart the server with this version.",
    );
    return { finding, answers: true };
  } catch (error) {
    const detail = (error as Error).name === "TimeoutError"
      ? `No response from ${origin} within ${PATIENCE_MS / 1000} seconds.`
      : `${origin} can't be reached from this machine.`;
    const finding = isLoopback(new URL(origin).hostname)
      ? ok(check, `No server is running at ${origin}.`)
      : warning(
        check,
        detail,
        `Start the server. If it's running, check ${behind}.`,
      );
    return { finding, answers: false };
  }
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
    "Configure the proxy to set X-Forwarded-For to the client's address. README.md has examples.",
  )];
}
