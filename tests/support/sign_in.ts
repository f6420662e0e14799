import type { Member, Principal } from "../../server/domain/core/actor.ts";
import { perform, type Services } from "../../server/domain/core/operation.ts";
import { authenticate } from "../../server/domain/sessions/authenticate.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import type { TokenPair } from "../../server/domain/sessions/schema.ts";
import { verifyCode } from "../../server/domain/sessions/verify_code.ts";
import { nobody, type World } from "./world.ts";

/** Signs up, or with `signin` in, as a person does: a code is asked for, read from the mail, and given back. */
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

/** Who holds an access token, in no workspace. */
export async function principalOf(services: Services, accessToken: string): Promise<Principal> {
  const token = { value: accessToken, kind: "access" } as const;
  return (await authenticate(services, token, "api", null)).principal;
}

/** Who holds an access token, in a workspace; throws where they don't belong to it. */
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
