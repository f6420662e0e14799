import { type Config, environment, settingNames } from "../../../server/config.ts";
import { isLoopback } from "../../../server/mail/loopback.ts";
import { type Finding, ok, problem, warning } from "./finding.ts";

const PATIENCE_MS = 3_000;
/** Those of the command line, which are no setting of the server. */
const clientNames = ["PROFILE", "BASE_URL", "TOKEN", "WORKSPACE"].map((name) => `BACKLOG_${name}`);

/** Every variable where all may be read, so that a misspelt setting is found too; else the settings. */
export function wholeEnvironment(): Record<string, string> {
  const { state } = Deno.permissions.querySync({ name: "env" });
  return state === "granted" ? Deno.env.toObject() : environment();
}

/**
 * Whether the settings fit each other and the way in which people reach the server.
 * @param answers whether Backlog answers where links lead
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
      ? warning("Settings", `${unknown.join(", ")}: no such setting.`, "Correct or remove it.")
      : ok("Settings", "They can be read."),
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
      `Links point to ${origin}, though the server listens on ${host} for other machines.`,
      "Set BACKLOG_ORIGIN to the address that people use.",
    );
  }
  if (local && url.port !== String(port) && port !== 0) {
    if (answers) {
      return ok(
        check,
        `${origin}, where a Backlog answers, though port ${port} is set: something maps the ports, or that is another one.`,
      );
    }
    return warning(
      check,
      `Links point to ${origin}, and the server listens on port ${port}.`,
      "Set BACKLOG_ORIGIN and BACKLOG_PORT to the same port, unless something in between maps them.",
    );
  }
  if (!local && url.protocol === "http:") {
    return warning(
      check,
      `${origin} is not encrypted: codes and cookies can be read on the way.`,
      "Put a proxy with a certificate before the server, and set BACKLOG_ORIGIN to its https address.",
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
      "Behind a proxy everybody seems to have its address, and shares the limits of one.",
      "Set BACKLOG_TRUST_PROXY=true if the proxy sets X-Forwarded-For.",
    );
  }
  if (trustProxy && !isLoopback(host) && !behind) {
    return warning(
      check,
      "X-Forwarded-For is believed from anybody who reaches the server.",
      "Let only the proxy reach it, or set BACKLOG_TRUST_PROXY=false.",
    );
  }
  return ok(check, trustProxy ? "Its word on addresses is taken." : "None is trusted.");
}

/** Whether mail can go out, where it is configured. */
export async function examineMail({ smtpUrl, origin }: Config): Promise<Finding> {
  if (!smtpUrl) {
    const detail = "Codes are written to the server's log.";
    return isLoopback(new URL(origin).hostname)
      ? ok("Mail", detail)
      : warning("Mail", detail, "Set BACKLOG_SMTP_URL, so that people get theirs.");
  }
  const { smtpTrouble } = await import("../../../server/mail/smtp.ts");
  const trouble = await smtpTrouble(smtpUrl, PATIENCE_MS);
  const server = new URL(smtpUrl).host;
  return trouble
    ? problem("Mail", `${server}: ${trouble}.`, "Check BACKLOG_SMTP_URL, and the mail server.")
    : ok("Mail", `${server} answers.`);
}
