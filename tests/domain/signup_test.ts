import assert from "node:assert/strict";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { verifyCode } from "../../server/domain/sessions/verify_code.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { signIn } from "../support/sign_in.ts";
import { createWorld, nobody } from "../support/world.ts";

Deno.test("the first account can be created on any server, the second only with open sign-up", async () => {
  for (const signup of ["open", "invite", "closed"] as const) {
    await using world = await createWorld({ signup });
    await signIn(world, "first@example.com", "signup");
    if (signup === "open") await signIn(world, "second@example.com", "signup");
    else {
      await perform(world.services, nobody, requestCode, {
        email: "second@example.com",
        purpose: "signup",
      });
      assert.throws(() => world.mailer.codeFor("second@example.com"));
    }
    const { n } = await world.database.read.selectFrom("users")
      .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
    assert.equal(n, signup === "open" ? 2 : 1, signup);
  }
});

Deno.test("if two first accounts are created at once, one is refused", async () => {
  await using world = await createWorld({ signup: "closed" });
  const emails = ["one@example.com", "two@example.com"];
  for (const email of emails) {
    await perform(world.services, nobody, requestCode, { email, purpose: "signup" });
  }
  const outcomes = await Promise.allSettled(
    emails.map((email) =>
      perform(world.services, nobody, verifyCode, {
        email,
        code: world.mailer.codeFor(email),
        purpose: "signup",
      })
    ),
  );
  assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
  const late = (outcomes[1] as PromiseRejectedResult).reason as { status: number; code: string };
  assert.deepEqual([late.status, late.code], [403, "signup_not_allowed"]);
});

Deno.test("signing in creates no account", async () => {
  await using world = await createWorld();
  await perform(world.services, nobody, requestCode, { email: "who@example.com" });
  await refused(
    perform(world.services, nobody, verifyCode, { email: "who@example.com", code: "123456" }),
    { status: 422, code: "code_invalid" },
  );
  assert.deepEqual(await world.database.read.selectFrom("users").selectAll().execute(), []);
});

Deno.test("signing up with a known address signs in to the existing account", async () => {
  await using world = await createWorld();
  const first = await signIn(world, "ada@example.com", "signup", "Ada Lovelace");
  world.clock.advance({ minutes: 1 });
  const second = await signIn(world, "ada@example.com", "signup", "Someone Else");
  assert.notEqual(first.session.id, second.session.id);
  const users = await world.database.read.selectFrom("users").select("name").execute();
  assert.deepEqual(users, [{ name: "Ada Lovelace" }]);
});

Deno.test("only the email tells the owner of an unknown address what to do, and the response is the same", async () => {
  const invited = "invited@example.com";
  const expected = {
    open: /To create an account, open .*signup/,
    invite: /require an invitation\. Ask an owner or admin/,
    closed: /doesn't allow sign-ups\. Ask the server operator/,
  };
  for (const signup of ["open", "invite", "closed"] as const) {
    await withCast(createWorld({ signup: "open" }), async ({ ada, world }) => {
      const { clock, mailer } = world;
      await perform(world.services, ada.member, createInvitation, { email: invited });
      const settings = { ...world.services.settings, signup };
      clock.advance({ minutes: 5 });
      const ask = async (email: string, purpose: "signin" | "signup") => {
        clock.advance({ minutes: 1 });
        const now = clock.now().getTime();
        const answer = await perform({ ...world.services, settings }, nobody, requestCode, {
          email,
          purpose,
        });
        const { text } = mailer.sent.at(-1)!;
        return { text, holds: Date.parse(answer.expiresAt) - now, named: Object.keys(answer) };
      };
      const known = await ask(ada.email, "signin");
      assert.match(known.text, /Your Backlog sign-in code is \d/);
      const unknown = await ask("who@example.com", "signin");
      assert.match(unknown.text, expected[signup], signup);
      assert.deepEqual([unknown.holds, unknown.named], [known.holds, known.named]);
      const inviteds = (await ask(invited, "signin")).text;
      assert.match(inviteds, signup === "closed" ? expected.closed : expected.open);
    });
  }
});
