import { sql } from "kysely";
import type { Config } from "../../../server/config.ts";
import type { Database } from "../../../server/database/open.ts";
import { nearnessOf } from "../../../server/http/client.ts";
import { SERVED_BELOW } from "../../../server/http/serve_below.ts";
import { isLoopback } from "../../../server/mail/loopback.ts";
import { version } from "../../version.ts";
import { type Finding, ok, warning } from "./finding.ts";

const PATIENCE_MS = 3_000;

/** What was found where links lead. */
interface WayIn {
  finding: Finding;
  /** Whether it is Backlog that answers there, of any version. */
  answers: boolean;
}

/** Whether people reach a server of this version where links lead them, from this machine at least. */
export async function examineWayIn(
  { origin, host, port }: Pick<Config, "origin" | "host" | "port">,
): Promise<WayIn> {
  const check = "Way in";
  const behind = `that its name leads to the proxy, and the proxy to ${host}:${port}`;
  try {
    const response = await fetch(`${origin}/health`, {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (text.startsWith(SERVED_BELOW)) {
      const finding = warning(
        check,
        `What answers at ${origin} takes its path away before Backlog is asked.`,
        "Let the proxy pass the path on as it is asked for; README.md has examples.",
      );
      return { finding, answers: true };
    }
    const found = parsed(text);
    if (typeof found?.version !== "string") {
      const detail = `What answers at ${origin} is not Backlog.`;
      return { finding: warning(check, detail, `See ${behind}.`), answers: false };
    }
    const detail = `Backlog ${found.version} answers at ${origin}.`;
    const finding = found.version === version
      ? ok(check, detail)
      : warning(check, `${detail} This program is ${version}.`, "Restart the server with it.");
    return { finding, answers: true };
  } catch (error) {
    const reason = (error as Error).name === "TimeoutError" ? "in time" : "from here";
    const finding = isLoopback(new URL(origin).hostname)
      ? ok(check, `Nobody answers at ${origin} now.`)
      : warning(
        check,
        `Nobody answers at ${origin} ${reason}.`,
        `Start the server, else see ${behind}.`,
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

/** Whether the proxy tells who asks, by where those who were here lately seem to be. */
export async function examineForwarding(
  database: Database,
  { origin, trustProxy }: Pick<Config, "origin" | "trustProxy">,
): Promise<Finding[]> {
  if (!trustProxy || isLoopback(new URL(origin).hostname)) return [];
  const check = "Proxy headers";
  const { rows } = await sql<{ address: string }>`select distinct address from sessions
    where address is not null order by last_seen_at desc limit 50`.execute(database.read);
  if (rows.length === 0) return [ok(check, "Nobody was here yet, by whom to tell.")];
  if (rows.some(({ address }) => nearnessOf(address) !== "machine")) {
    return [ok(check, "They tell where people are.")];
  }
  return [warning(
    check,
    "Everybody seems to be on this machine: X-Forwarded-For doesn't arrive.",
    "Let the proxy set it to its client's address; README.md has examples.",
  )];
}
