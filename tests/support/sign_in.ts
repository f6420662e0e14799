import type { Member, Principal } from "../../server/domain/core/actor.ts";
import { perform, type Services } from "../../server/domain/core/operation.ts";
import { authenticate } from "../../server/domain/sessions/authenticate.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import type { TokenPair } from "../../server/domain/sessions/schema.ts";
import { verifyCode } from "../../server/domain/sessions/verify_code.ts";
import { nobody, type World } from "./world.ts";

/** Signs a person up, or in with `signin`: requests a code, reads it from the email, and enters it. */
export async function signIn(
  { services, mailer }: World,
  email: string,
  purpose: "signin" | "signup" = "signin",
  name?: string,
): Promise<TokenPair> {
  await perform(services, nobody, requestCode, { email, purpose });
  const code = mailer.codeFor(email);
  return await perform(services, nobody, verifyCode, { email, code, purpose, name });
}

/** Returns the person with an access token, outside any workspace. */
export async function principalOf(services: Services, accessToken: string): Promise<Principal> {
  const token = { value: accessToken, kind: "access" } as const;
  return (await authenticate(services, token, "api", null)).principal;
}

/** Returns the member with an access token in a workspace. Throws if the person isn't a member. */
export async function memberOf(
  services: Services,
  accessToken: string,
  workspaceId: string,
): Promise<Member> {
  const token = { value: accessToken, kind: "access" } as const;
  const { member } = await authenticate(services, token, "api", workspaceId);
  if (!member) throw new Error(`The token's holder doesn't belong to ${workspaceId}.`);
  return member;
}
