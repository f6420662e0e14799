import assert from "node:assert/strict";

/**
 * A test mail server's behavior for one email: accept it, refuse it temporarily or permanently, or disconnect after
 * receiving it.
 */
export type Manner = "takes" | "later" | "never" | "breaks";

/** A mail server that stores accepted emails. */
export interface MailServer extends Disposable {
  url: string;
  port: number;
  /** The accepted emails, as they were sent. */
  taken: string[];
  /** Resolves after this many attempts, once their connections have ended. */
  met(mails: number): Promise<void>;
}

/**
 * @param manners the behavior for each email in turn; later ones are accepted
 * @param port the port, by default a free one
 */
export function mailServer(manners: readonly Manner[] = [], port = 0): MailServer {
  const listener = Deno.listen({ hostname: "127.0.0.1", port });
  const left = [...manners];
  const taken: string[] = [];
  let ended = 0;
  const waits: { mails: number; resolve: () => void }[] = [];

  async function meet(connection: Deno.Conn) {
    const tried = await converse(connection, () => left.shift() ?? "takes", taken);
    ended += tried;
    for (const { mails, resolve } of waits) if (ended >= mails) resolve();
  }
  void (async () => {
    for await (const connection of listener) void meet(connection);
  })();

  return {
    port: listener.addr.port,
    url: `smtp://127.0.0.1:${listener.addr.port}?ignoreTLS=true`,
    taken,
    met: (mails) =>
      new Promise((resolve) => ended >= mails ? resolve() : waits.push({ mails, resolve })),
    [Symbol.dispose]: () => listener.close(),
  };
}

/** Handles one connection. @returns the number of attempted emails */
async function converse(connection: Deno.Conn, next: () => Manner, taken: string[]) {
  using open = connection;
  const bytes = new Uint8Array(65_536);
  const say = (line: string) => open.write(new TextEncoder().encode(`${line}\r\n`)).catch(() => 0);
  const decoder = new TextDecoder();
  let mail: string | null = null;
  let manner: Manner = "takes";
  let tried = 0;
  await say("220 mail.example ESMTP");
  for (let n; (n = await open.read(bytes).catch(() => null)) !== null;) {
    const said = decoder.decode(bytes.subarray(0, n));
    if (mail !== null) {
      mail += said;
      if (!mail.endsWith("\r\n.\r\n")) continue;
      taken.push(mail);
      if (manner === "breaks") return tried;
      mail = null;
      await say("250 taken");
    } else if (/^rcpt/i.test(said)) {
      manner = next();
      tried++;
      await say(
        manner === "later" ? "450 try later" : manner === "never" ? "550 no such person" : "250 ok",
      );
    } else if (/^data/i.test(said)) {
      mail = "";
      await say("354 go on");
    } else if (/^quit/i.test(said)) {
      await say("221 bye");
      return tried;
    } else await say("250 ok");
  }
  return tried;
}

/** Returns a local port on which nothing listens. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Returns an email's headers by lowercase name, each unfolded to one line. */
export function headersOf(mail: string): Map<string, string> {
  const lines = mail.slice(0, mail.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ").split(
    "\r\n",
  );
  return new Map(lines.map((line) => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  }));
}

/** Returns the decoded part of an email. @param type `text/plain`, `text/html` */
export function partOf(mail: string, type: string): string {
  const [, boundary] = /boundary="([^"]+)"/.exec(mail)!;
  const found = mail.split(`--${boundary}`).find((part) => part.includes(`Content-Type: ${type};`));
  assert.ok(found, `There is no ${type}.`);
  const [head = "", ...rest] = found.split("\r\n\r\n");
  const whole = rest.join("\r\n\r\n");
  const text = /base64/i.test(head) ? atob(whole.replaceAll(/\s/g, "")) : unquoted(whole);
  return new TextDecoder().decode(Uint8Array.from(text, (one) => one.charCodeAt(0)))
    .replaceAll("\r\n", "\n");
}

function unquoted(text: string): string {
  return text.replaceAll("=\r\n", "").replaceAll(
    /=([0-9A-F]{2})/g,
    (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
