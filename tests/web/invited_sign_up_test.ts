import assert from "node:assert/strict";
import { createTestApp } from "../support/app.ts";
import { signIn } from "../support/sign_in.ts";

Deno.test("the page that asks for the code says if sign-up needs an invitation, for every address alike", async () => {
  const words = {
    invite: /you need an invitation sent to this email address/,
    closed: /accept new accounts/,
    open: /^(?!.*(invitation|no new accounts))/s,
  };
  for (const signup of ["invite", "closed", "open"] as const) {
    await using app = await createTestApp({ signup });
    await signIn(app.world, "ada@example.com", "signup");
    for (const purpose of ["signin", "signup"]) {
      for (const email of ["ada@example.com", "stranger@example.com"]) {
        const asked = `/auth/verify?email=${email}&purpose=${purpose}`;
        const html = await (await app.app.request(asked)).text();
        assert.match(html, words[signup], `${signup}, ${purpose}`);
      }
    }
  }
});

Deno.test("the first account on a server needs no invitation, and the page doesn't ask for one", async () => {
  for (const signup of ["invite", "closed"] as const) {
    await using app = await createTestApp({ signup });
    const asked = "/auth/verify?email=ada@example.com&purpose=signup";
    const html = await (await app.app.request(asked)).text();
    assert.doesNotMatch(html, /invitation|accept new accounts/, signup);
  }
});
