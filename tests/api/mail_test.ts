import assert from "node:assert/strict";
import { mailInvitation } from "../../server/domain/invitations/mail.ts";
import { smtpMailer } from "../../server/mail/smtp.ts";
import { hostileLine } from "../support/hostile_text/texts.ts";
import { survivors } from "../support/hostile_text/survivors.ts";
import { createWorld } from "../support/world.ts";

/** How a mail server of the test's own meets one connection. */
type Manner = "takes" | "later" | "never" | "breaks";

/** Meets one connection after another, each in its manner. @returns the mails that it took */
async function mailServer(listener: Deno.TcpListener, manners: readonly Manner[]) {
  const taken: string[] = [];
  for (const manner of manners) {
    using connection = await listener.accept();
    const say = (line: string) => connection.write(new TextEncoder().encode(`${line}\r\n`));
    const decoder = new TextDecoder();
    const bytes = new Uint8Array(65_536);
    let mail: string | null = null;
    await say("220 mail.example ESMTP");
    for (let n; (n = await connection.read(bytes).catch(() => null)) !== null;) {
      const said = decoder.decode(bytes.subarray(0, n));
      if (mail !== null) {
        mail += said;
        if (!mail.endsWith("\r\n.\r\n")) continue;
        taken.push(mail);
        if (manner === "breaks") break;
        mail = null;
        await say("250 taken");
      } else if (/^data/i.test(said)) {
        mail = "";
        await say("354 go on");
      } else if (/^rcpt/i.test(said) && manner === "later") await say("450 try later");
      else if (/^rcpt/i.test(said) && manner === "never") await say("550 no such person");
      else await say("250 ok");
    }
  }
  return taken;
}

/** A port of this machine at which nobody listens. */
function freePort() {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr;
}

/** Sends an invitation to a server that meets it so. @returns what that took, and what the log says */
async function invite(manners: readonly Manner[], name = "Ada", usefulMs?: number) {
  await using world = await createWorld();
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `smtp://127.0.0.1:${listener.addr.port}?ignoreTLS=true`;
  const log: string[] = [];
  const logged = Promise.withResolvers<void>();
  const mailer = await smtpMailer(url, "Backlog <backlog@example.com>", (line) => {
    log.push(line);
    logged.resolve();
  }, [1, 2, 4]);
  const served = mailServer(listener, manners);
  const timed: typeof mailer = {
    ...mailer,
    send: (mail) => mailer.send({ ...mail, ...(usefulMs === undefined ? {} : { usefulMs }) }),
  };
  mailInvitation({ ...world.services, mailer: timed }, {
    email: "ines@example.com",
    inviterName: name,
    workspaceName: "Acme",
    hasAccount: false,
  });
  const taken = await served;
  if (manners.at(-1) !== "takes") await logged.promise;
  return { taken, log };
}

/** What a part of a mail says, of which its lines say how. */
function partOf(mail: string, type: string): string {
  const [, part = ""] = mail.split(new RegExp(`Content-Type: ${type}[^]*?\\r\\n\\r\\n`));
  const whole = part.split("\r\n--")[0]!.replaceAll("=\r\n", "");
  const bytes = whole.replaceAll(
    /=([0-9A-F]{2})/g,
    (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
}

Deno.test("an invitation is a mail in text and in HTML, light and dark, in which names are text", async () => {
  const { taken, log } = await invite(["takes"], hostileLine);
  assert.deepEqual(log, []);
  const [mail] = taken;
  assert.match(mail!, /^Content-Type: multipart\/alternative/m);
  assert.match(
    partOf(mail!, "text/plain"),
    /open https:\/\/backlog\.example\/auth\/signup and sign/,
  );
  const html = partOf(mail!, "text/html");
  assert.match(html, /href="https:\/\/backlog\.example\/auth\/signup"[^>]*>Open the invitation</);
  assert.match(html, /prefers-color-scheme: dark/);
  assert.deepEqual(survivors(html), []);
});

Deno.test("a mail that can't be taken for now is tried again, and taken once", async () => {
  const { taken, log } = await invite(["later", "later", "takes"]);
  assert.deepEqual([taken.length, log], [1, []]);
});

Deno.test("a mail whose server is away is sent once that is back", async () => {
  const { port } = freePort();
  const log: string[] = [];
  const failed = Promise.withResolvers<void>();
  const pauses = {
    // Asked for as soon as the first try has failed
    get 0() {
      failed.resolve();
      return 100;
    },
  };
  const url = `smtp://127.0.0.1:${port}?ignoreTLS=true`;
  const mailer = await smtpMailer(
    url,
    "backlog@example.com",
    (line) => void log.push(line),
    pauses,
  );
  mailer.send({ to: "ines@example.com", subject: "Hello", text: "Hello.", summary: "hello" });
  await failed.promise;
  using listener = Deno.listen({ hostname: "127.0.0.1", port });
  const taken = await mailServer(listener, ["takes"]);
  assert.deepEqual([taken.length, log], [1, []]);
});

Deno.test("a mail that is refused, given up, of no use any more or maybe taken isn't tried again", async () => {
  const ends: [Manner[], number | undefined, RegExp, number][] = [
    [["never"], undefined, /550/, 0],
    [["later", "later", "later", "later"], undefined, /450/, 0],
    [["later", "later"], 2, /450/, 0],
    [["breaks"], undefined, /could not be sent/, 1],
  ];
  for (const [manners, usefulMs, said, times] of ends) {
    const { taken, log } = await invite(manners, "Ada", usefulMs);
    assert.equal(taken.length, times);
    assert.equal(log.length, 1);
    assert.match(log[0]!, said);
    assert.doesNotMatch(log[0]!, /Acme/);
  }
});
