import { askAnonymously } from "./client.ts";
import { requireWritable } from "./profile.ts";
import { keepSession, type SessionAnswer } from "./session.ts";
import type { Settings } from "./settings.ts";

/** What the API answers when a code was asked for. */
export interface CodeAnswer {
  expiresAt: string;
}

/** Has a sign-in code sent to an email address. */
export function requestCode(settings: Settings, email: string, purpose: string | undefined) {
  return askAnonymously<CodeAnswer>(settings, {
    method: "POST",
    path: "/auth/request-otp",
    body: { email, purpose },
  });
}

/** What a person gives to prove that the address is theirs. */
export interface Proof {
  email: string;
  code: string;
  purpose: string;
  name?: string | undefined;
  label?: string | undefined;
}

/** Opens a session with a code, and keeps it in the profile. */
export async function verifyCode(settings: Settings, proof: Proof): Promise<SessionAnswer> {
  requireWritable(settings.files);
  const answer = await askAnonymously<SessionAnswer>(settings, {
    method: "POST",
    path: "/auth/verify-otp",
    body: { ...proof },
  });
  keepSession(settings, answer);
  return answer;
}
