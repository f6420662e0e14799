import { z } from "zod";
import { NotFound } from "../core/errors.ts";
import { word } from "../core/fields.ts";
import { publicOperation, type WriteContext } from "../core/operation.ts";
import { type NotificationKind, notificationKinds } from "../vocabulary.ts";
import { chosenIn, keptChannels, withChosen } from "./channels.ts";
import { findUnsubscribeTokenOwner, isOfAddress } from "../core/unsubscribe_token.ts";

/** The emails to stop: one kind, or all notification emails. */
export const Unsubscription = z.strictObject({
  token: word.max(200),
  kind: z.enum(notificationKinds, "Choose which emails to stop.").optional(),
});

/**
 * Stops one kind of notification email or all of them for a recipient. The email's token is enough. Notifications stay
 * in the inbox only. An address without an account gets no more invitations by email. Repeating this changes nothing.
 * @throws NotFound for an unknown token
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
      throw new NotFound("This unsubscribe link is invalid. Part of the link might be missing.", {
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

/** Notification emails only go to accounts, so invitations are the only emails for an address without one. */
async function stopInvitations(
  { tx, now }: WriteContext,
  key: string,
  kind: NotificationKind | undefined,
): Promise<void> {
  if (kind !== undefined && kind !== "invitation") return;
  await tx.insertInto("unmailed_addresses").values({ key, since: now.toISOString() })
    .onConflict((clash) => clash.doNothing()).execute();
}
