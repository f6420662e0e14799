import { type Config, environment, settingNames } from "../../../server/config.ts";
import { isLoopback } from "../../../server/mail/loopback.ts";
import { type Finding, ok, problem, warning } from "./finding.ts";

const PATIENCE_MS = 3_000;
/** Variables of the command line, which aren't server settings. */
const clientNames = ["PROFILE", "BASE_URL", "TOKEN", "WORKSPACE"].map((name) => `BACKLOG_${name}`);

/** Returns all environment variables, to find misspelled settings, or only the settings if access is limited. */
export function wholeEnvironment(): Record<string, string> {
  const { state } = Deno.permissions.querySync({ name: "env" });
  return state === "granted" ? Deno.env.toObject() : environment();
}

/**
 * Checks whether the settings fit each other and the public address.
 * @param answers whether Backlog answers at the public address
 */
export function examineSettings(
  env: Record<string, string>,
  config: Config,
  answers: boolean,
): Finding[] {
  const unknown = Object.keys(env).filter((name) =>
    name.startsWith("BACKLOG_") && ![...settingNames, ...clientNames].includes(name)
  );
  return [
    unknown.length > 0
      ? warning(
        "Settings",
        `Unknown settings: ${unknown.join(", ")}.`,
        "Correct or remove these settings.",
      )
      : ok("Settings", "All settings are valid."),
    originOf(config, answers),
    proxyOf(config),
  ];
}

function originOf({ origin, host, port }: Config, answers: boolean): Finding {
  const check = "Origin";
  const url = new URL(origin);
  const local = isLoopback(url.hostname);
  if (local && !isLoopback(host)) {
    return warning(
      check,
      `Links point to ${origin}, but the server also accepts connections from other machines, on ${host}.`,
      "Set BACKLOG_ORIGIN to the public address.",
    );
  }
  if (local && url.port !== String(port) && port !== 0) {
    if (answers) {
      return ok(
        check,
        `Backlog is running at ${origin}, but port ${port} is set. A proxy might be mapping the port, or a different server might be running at that address.`,
      );
    }
    return warning(
      check,
      `Links point to ${origin}, but the server listens on port ${port}.`,
      "Use the same port in BACKLOG_ORIGIN and BACKLOG_PORT, unless a proxy maps the ports.",
    );
  }
  if (!local && url.protocol === "http:") {
    return warning(
      check,
      `${origin} doesn't use encryption. Others on the network can read sign-in codes and cookies.`,
      "Put a proxy with a certificate in front of the server, and set BACKLOG_ORIGIN to its https address.",
    );
  }
  return ok(check, origin);
}

function proxyOf({ origin, host, trustProxy }: Config): Finding {
  const check = "Proxy";
  const behind = origin.startsWith("https:");
  if (behind && !trustProxy) {
    return warning(
      check,
      "Everyone behind the proxy appears to have the same address, and shares one rate limit.",
      "Set BACKLOG_TRUST_PROXY=true if the proxy sets X-Forwarded-For.",
    );
  }
  if (trustProxy && !isLoopback(host) && !behind) {
    return warning(
      check,
      "Anyone who can reach the server can fake X-Forwarded-For.",
      "Allow connections only from the proxy, or set BACKLOG_TRUST_PROXY=false.",
    );
  }
  return ok(
    check,
    trustProxy
      ? "Client addresses from the proxy are trusted."
      : "No proxy is trusted to report client addresses.",
  );
}

/** Checks whether the email server can be used, if one is set. */
export async function examineMail({ smtpUrl, origin }: Config): Promise<Finding> {
  if (!smtpUrl) {
    const detail = "Sign-in codes are written to the server's log.";
    return isLoopback(new URL(origin).hostname)
      ? ok("Email", detail)
      : warning("Email", detail, "Set BACKLOG_SMTP_URL to send codes by email.");
  }
  const { smtpTrouble } = await import("../../../server/mail/smtp.ts");
  const trouble = await smtpTrouble(smtpUrl, PATIENCE_MS);
  const server = new URL(smtpUrl).host;
  return trouble
    ? problem("Email", `${server}: ${trouble}.`, "Check BACKLOG_SMTP_URL and the mail server.")
    : ok("Email", `${server} is reachable.`);
}
