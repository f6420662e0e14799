import assert from "node:assert/strict";
import { invitationMail } from "../../server/mail/invitations.ts";
import { smtpMailer } from "../../server/mail/smtp.ts";
import { mailServer } from "../support/mail_server.ts";
import { hostileLine } from "../support/hostile_text/texts.ts";
import { testOrigin } from "../support/world.ts";

/** Hostile text without web or email addresses, which invitations leave out. */
const hostileName = hostileLine.replaceAll(/[.@]|:\/\//g, " ");

Deno.test("names can't add headers or HTML to an email", async () => {
  using server = mailServer();
  const mailer = await smtpMailer(server.url, "Backlog <backlog@example.com>", () => {});
  const letter = {
    id: "mail_1",
    to: "ines@example.com",
    sentAgainBy: hostileName,
    inviter: `Ada\r\nBcc: evil\r\n\r\n${hostileName}`,
    workspace: `Acme\nContent-Type: text/html\n${hostileName}`,
    hasAccount: false,
    unsubscribeToken: "a.b",
  };
  mailer.send(invitationMail(letter, testOrigin));
  await server.met(1);
  const mail = server.taken[0]!;
  const headers = mail.slice(0, mail.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  const names = headers.split("\r\n").map((line) => /^[\w-]+(?=:)/.exec(line)?.[0].toLowerCase());
  assert.deepEqual(names.filter((name) => name === undefined || name === "bcc"), []);
  assert.match(headers, /^Content-Type: multipart\/alternative/m);
  assert.equal(names.filter((name) => name === "content-type").length, 1);
  // What looks encoded would be shown decoded: as another name, or as lines
  const plain = { ...letter, inviter: "=?utf-8?Q?Your_code=0D=0ABcc:x?=", workspace: "Acme" };
  mailer.send(invitationMail(plain, testOrigin));
  await server.met(2);
  assert.match(server.taken[1]!, /^Subject: = \?utf-8\?Q\?Your_code/m);
  assert.match(headers, /^To: ines@example\.com$/m);
  // What turns a text around hides what stands in it
  assert.doesNotMatch(
    invitationMail(letter, testOrigin).subject,
    /[\p{Cc}\p{Bidi_Control}\u2028]/u,
  );
});
