import assert from "node:assert/strict";
import { correct, deleteComment, newComment, say } from "../../support/commenting.ts";
import { browserTest } from "../../support/stage.ts";
import { openFirstTask } from "../../support/example_tasks.ts";

browserTest(
  "posting, editing, and deleting a comment can be undone by a key, by the message, and from the timeline",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    const said = (words: string) => page.locator(".comment").getByText(words, { exact: true });
    const news = page.getByRole("status").getByRole("button", { name: "Undo" });

    await say(page, "Oil it.");
    await said("Oil it.").waitFor();
    await page.getByRole("status").getByText("Comment added").waitFor();
    await news.click();
    await said("Oil it.").waitFor({ state: "detached" });

    await say(page, "Oil the hinges.");
    await said("Oil the hinges.").waitFor();
    await correct(page, "Grease the hinges.");
    await said("Grease the hinges.").waitFor();
    const comment = page.locator(".comment");
    await comment.hover();
    await comment.getByRole("button", { name: "Undo: edited", exact: true }).click();
    await said("Oil the hinges.").waitFor();

    await deleteComment(page);
    await said("Oil the hinges.").waitFor({ state: "detached" });
    // The focus is in the field for the next comment, and typing there is undone first
    await newComment(page).pressSequentially("x");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(`document.querySelector("#new-comment-text").value === ""`);
    assert.equal(await said("Oil the hinges.").count(), 0);
    await news.click();
    await said("Oil the hinges.").waitFor();
    await deleteComment(page);
    await said("Oil the hinges.").waitFor({ state: "detached" });
    await page.locator("#new-comment-text:focus").waitFor();
    await page.keyboard.press("Control+z");
    await said("Oil the hinges.").waitFor();
    const deleted = page.locator(".event-run").filter({ hasText: "deleted a comment by" }).last();
    await deleted.hover();
    assert.equal(await deleted.getByRole("button", { name: "Undo" }).count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);
