import assert from "node:assert/strict";
import { invitationMail } from "../../server/mail/invitations.ts";
import { oneLine } from "../../server/mail/one_line.ts";
import { smtpMailer } from "../../server/mail/smtp.ts";
import { freePort, mailServer, type Manner, partOf } from "../support/mail_server.ts";
import { hostileLine } from "../support/hostile_text/texts.ts";
import { survivors } from "../support/hostile_text/survivors.ts";
import { testOrigin } from "../support/world.ts";

/** Hostile text without web or email addresses, which invitations leave out. */
const hostileName = hostileLine.replaceAll(/[.@]|:\/\//g, " ");

/** Sends an invitation to a server that meets it so. @returns what that took, and what the log says */
async function invite(manners: readonly Manner[], name = "Ada", usefulMs?: number) {
  using server = mailServer(manners);
  const log: string[] = [];
  const logged = Promise.withResolvers<void>();
  const mailer = await smtpMailer(server.url, "Backlog <backlog@example.com>", (line) => {
    log.push(line);
    logged.resolve();
  }, [1, 2, 4]);
  const letter = {
    id: "mail_1",
    to: "ines@example.com",
    inviter: name,
    workspace: "Acme",
    sentAgainBy: null,
    hasAccount: false,
    unsubscribeToken: "a.b",
  };
  const mail = invitationMail(letter, testOrigin);
  mailer.send({ ...mail, ...(usefulMs === undefined ? {} : { usefulMs }) });
  await server.met(manners.length);
  const { taken } = server;
  if (manners.at(-1) !== "takes") await logged.promise;
  return { taken, log };
}

Deno.test("an invitation's email has text and HTML, for light and dark mode, in which names are escaped", async () => {
  const { taken, log } = await invite(["takes"], hostileName);
  assert.deepEqual(log, []);
  const [mail] = taken;
  assert.match(mail!, /^Content-Type: multipart\/alternative/m);
  assert.match(
    partOf(mail!, "text/plain"),
    /^Open invitation:\r?\nhttps:\/\/backlog\.example\/auth\/signup\r?\n/m,
  );
  const html = partOf(mail!, "text/html");
  assert.match(html, /href="https:\/\/backlog\.example\/auth\/signup"[^>]*>Open invitation</);
  assert.match(html, /prefers-color-scheme: dark/);
  assert.deepEqual(survivors(html), []);
});

Deno.test("an invitation's email contains no names that email programs turn into links", () => {
  const written = (inviter: string, workspace: string, sentAgainBy: string) => {
    const letter = { id: "mail_1", to: "ines@example.com", hasAccount: false };
    const names = { inviter, workspace, sentAgainBy, unsubscribeToken: "a.b" };
    const { subject, text } = invitationMail({ ...letter, ...names }, testOrigin);
    return `${subject}\n${text}`;
  };
  const prizes = [
    "Claim at prize.example",
    "www.prize.example/a",
    "https://prize",
    "prize@mail",
    "prize\u3002example",
    "prize\u200b.example",
  ];
  for (const prize of prizes) {
    const mail = written(prize, prize, prize);
    assert.doesNotMatch(mail, /prize/, prize);
    assert.match(mail, /^Someone invites you to a workspace on Backlog$/m);
    assert.match(mail, /Someone else sent this invitation again\. The workspace uses Backlog/);
  }
  const mail = written("J. R. R. Tolkien", "St. Mary's, v1.2", "Dr. No");
  assert.match(mail, /^J\. R\. R\. Tolkien invites you to St\. Mary's, v1\.2 on Backlog$/m);
  assert.match(mail, /Dr\. No sent this invitation again\. St\. Mary's, v1\.2 uses Backlog/);
});

Deno.test("an email shortens a line only if its text is longer than the limit", () => {
  assert.equal(oneLine("é".repeat(5), 5), "ééééé");
  assert.equal(oneLine("é".repeat(6), 5), "éééé…");
  assert.equal(oneLine(" Ada \n\t Lovelace ", 12), "Ada Lovelace");
});

Deno.test("an email that is temporarily refused is retried and then sent once", async () => {
  const { taken, log } = await invite(["later", "later", "takes"]);
  assert.deepEqual([taken.length, log], [1, []]);
});

Deno.test("an email to an unreachable mail server is sent once when the server is reachable again", async () => {
  const port = freePort();
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
  using server = mailServer([], port);
  await server.met(1);
  const { taken } = server;
  assert.deepEqual([taken.length, log], [1, []]);
});

Deno.test("an email that is refused, dropped, obsolete, or possibly accepted isn't retried", async () => {
  const ends: [Manner[], number | undefined, RegExp, number][] = [
    [["never"], undefined, /550/, 0],
    [["later", "later", "later", "later"], undefined, /450/, 0],
    [["later", "later"], 2, /450/, 0],
    [["breaks"], undefined, /couldn't be sent/, 1],
  ];
  for (const [manners, usefulMs, said, times] of ends) {
    const { taken, log } = await invite(manners, "Ada", usefulMs);
    assert.equal(taken.length, times);
    assert.equal(log.length, 1);
    assert.match(log[0]!, said);
    assert.doesNotMatch(log[0]!, /Acme/);
  }
});
