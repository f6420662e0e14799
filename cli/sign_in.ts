import { askAnonymously } from "./client.ts";
import { requireWritable } from "./profile.ts";
import { keepSession, type SessionAnswer } from "./session.ts";
import type { Settings } from "./settings.ts";

/** The API's response to a request for a code. */
export interface CodeAnswer {
  expiresAt: string;
}

/** Requests a sign-in code by email. */
export function requestCode(settings: Settings, email: string, purpose: string | undefined) {
  return askAnonymously<CodeAnswer>(settings, {
    method: "POST",
    path: "/auth/request-otp",
    body: { email, purpose },
  });
}

/** The input that proves ownership of an email address. */
export interface Proof {
  email: string;
  code: string;
  purpose: string;
  name?: string | undefined;
  label?: string | undefined;
}

/** Opens a session with a code and stores it in the profile. */
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
