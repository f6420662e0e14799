import { z } from "zod";
import { NotFound } from "../core/errors.ts";
import { word } from "../core/fields.ts";
import { publicOperation, type WriteContext } from "../core/operation.ts";
import { type NotificationKind, notificationKinds } from "../vocabulary.ts";
import { chosenIn, keptChannels, withChosen } from "./channels.ts";
import { findUnsubscribeTokenOwner, isOfAddress } from "../core/unsubscribe_token.ts";

/** What stops mails of a kind, or all that tell of notifications. */
export const Unsubscription = z.strictObject({
  token: word.max(200),
  kind: z.enum(notificationKinds, "Choose which emails to stop.").optional(),
});

/**
 * Stops mails of a kind of notification, or of all, for whoever they were sent to: who has such a mail needs to show
 * nothing else. What was mailed is in the inbox from now on, and nowhere else; to an address without an account no
 * invitation is mailed any more. Once more changes nothing.
 * @throws NotFound for a token that no mail has
 */
export const unsubscribe = publicOperation({
  name: "preferences.unsubscribe",
  scope: null,
  input: Unsubscription,
  async run(context, { token, kind }): Promise<void> {
    const { tx } = context;
    const id = await findUnsubscribeTokenOwner(context, token);
    if (id && isOfAddress(id)) return await stopInvitations(context, id, kind);
    const user = id && await tx.selectFrom("users").select("notifications").where("id", "=", id)
      .executeTakeFirst();
    if (!user) {
      throw new NotFound("This unsubscribe link is invalid. Part of it might be missing.", {
        hint: "Open the link from the email again, or sign in and change your preferences.",
      });
    }
    const before = keptChannels(user.notifications);
    const stopped = notificationKinds.filter((one) =>
      before[one] === "mail" && (kind === undefined || one === kind)
    );
    if (stopped.length === 0) return;
    const now = withChosen(before, Object.fromEntries(stopped.map((one) => [one, "inbox"])));
    await tx.updateTable("users").set({ notifications: JSON.stringify(chosenIn(now)) })
      .where("id", "=", id).execute();
  },
});

/** Nothing else is mailed to an address without an account. */
async function stopInvitations(
  { tx, now }: WriteContext,
  key: string,
  kind: NotificationKind | undefined,
): Promise<void> {
  if (kind !== undefined && kind !== "invitation") return;
  await tx.insertInto("unmailed_addresses").values({ key, since: now.toISOString() })
    .onConflict((clash) => clash.doNothing()).execute();
}
