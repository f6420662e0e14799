import assert from "node:assert/strict";
import { mailInvitation } from "../../server/domain/invitations/mail.ts";
import { smtpMailer } from "../../server/mail/smtp.ts";
import { hostileLine } from "../support/hostile_text/texts.ts";
import { createWorld } from "../support/world.ts";

/** A mail server that takes one mail. @returns what it was sent */
async function oneMail(listener: Deno.TcpListener): Promise<string> {
  using connection = await listener.accept();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const say = (line: string) => connection.write(encoder.encode(`${line}\r\n`));
  const bytes = new Uint8Array(65_536);
  let mail = "";
  let isData = false;
  await say("220 mail.example ESMTP");
  for (let n; (n = await connection.read(bytes).catch(() => null)) !== null;) {
    const text = decoder.decode(bytes.subarray(0, n));
    if (isData) mail += text;
    if (isData && !mail.endsWith("\r\n.\r\n")) continue;
    await say(/^data/i.test(text) ? "354 go on" : "250 ok");
    if (isData) break;
    isData = /^data/i.test(text);
  }
  return mail;
}

Deno.test("names in a mail add no header and no HTML to it", async () => {
  await using world = await createWorld();
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `smtp://127.0.0.1:${listener.addr.port}?ignoreTLS=true`;
  const mailer = await smtpMailer(url, "Backlog <backlog@example.com>", () => {});
  const received = oneMail(listener);
  mailInvitation({ ...world.services, mailer }, {
    email: "ines@example.com",
    inviterName: `Ada\r\nBcc: evil@example.com\r\n\r\n${hostileLine}`,
    workspaceName: `Acme\nContent-Type: text/html\n${hostileLine}`,
    hasAccount: false,
  });
  const mail = await received;
  const headers = mail.slice(0, mail.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  const names = headers.split("\r\n").map((line) => /^[\w-]+(?=:)/.exec(line)?.[0].toLowerCase());
  assert.deepEqual(names.filter((name) => name === undefined || name === "bcc"), []);
  assert.match(headers, /^Content-Type: multipart\/alternative/m);
  assert.equal(names.filter((name) => name === "content-type").length, 1);
  assert.match(headers, /^To: ines@example\.com$/m);
});
