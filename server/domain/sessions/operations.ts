import { endOtherSessions, endOwnSession } from "./end.ts";
import { listSessions } from "./list.ts";
import { refreshSession } from "./refresh.ts";
import { requestCode } from "./request_code.ts";
import { revokeSession, signOut } from "./revoke.ts";
import { verifyCode, verifyCodeInBrowser } from "./verify_code.ts";

export const operations = [
  requestCode,
  verifyCode,
  verifyCodeInBrowser,
  refreshSession,
  revokeSession,
  signOut,
  listSessions,
  endOwnSession,
  endOtherSessions,
];
