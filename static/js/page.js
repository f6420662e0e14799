// What holds for the page as a whole: whole pages that come back to a small request, failures, what is open.
(() => {
  "use strict";

  // A whole page (a sign-in, an error) replaces the page, whatever asked for it.
  htmx.registerExtension("backlog-page", {
    htmx_before_swap: (_element, { ctx, tasks }) => {
      const whole = /^\s*<!doctype/i.test(ctx.text ?? "");
      const main = tasks.find((task) => task.type === "main");
      if (!whole || !main || ctx.select || main.target === document.body) return;
      main.target = document.body;
      main.swapSpec.style = "outerMorph";
    },
    // What somebody folded stays folded, what they opened stays open; only what is new takes the server's word.
    htmx_before_morph_attr: (element, { attrName }) => attrName !== "open" || !element.firstChild,
  });

  // After a link was followed the drawer and the menus are closed, and the page says where it is.
  document.addEventListener("htmx:after:swap", (event) => {
    const { ctx } = event.detail;
    if (ctx.target !== document.body) return;
    for (const id of ["sidebar", "switcher", "menu"]) {
      const element = document.getElementById(id);
      if (element?.matches(":popover-open")) element.hidePopover();
    }
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    if (!document.activeElement || document.activeElement === document.body) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  });

  // A task leads back to the list as it was left: narrowed, sorted, opened.
  function rememberList() {
    const { pathname, search } = location;
    if (pathname !== "/workspace/tasks") return;
    sessionStorage.setItem("list", pathname + search);
  }
  rememberList();
  document.addEventListener("htmx:after:history:push", rememberList);
  document.addEventListener("htmx:after:history:replace", rememberList);
  addEventListener("popstate", rememberList);
  document.addEventListener("click", (event) => {
    const back = event.target.closest?.("[data-back]");
    const list = sessionStorage.getItem("list");
    if (back && list) back.setAttribute("href", list);
  }, { capture: true });

  // What the server couldn't be asked is said, and nothing typed is touched.
  function say(text) {
    const region = document.getElementById("toasts");
    const toast = document.createElement("div");
    toast.className = "toast";
    toast.dataset.kind = "error";
    toast.textContent = text;
    region?.replaceChildren(toast);
    setTimeout(() => toast.remove(), 10_000);
  }
  document.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx?.response) return;
    say("The server can't be reached. Nothing you typed is lost: try again in a moment.");
  });

  // Dialogs that the page carries, and their close buttons.
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) document.getElementById(opener.dataset.open)?.showModal();
    const closer = event.target.closest("[data-close]");
    if (closer) closer.closest("dialog")?.close();
  });

  // Ctrl or Cmd with Enter saves what one is writing; plain Enter does where a text has one line.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const form = event.target.closest("form[data-save-key]");
    const oneLine = event.target.matches?.("[data-submit-on-enter], .composer-title");
    if (!form || !(event.ctrlKey || event.metaKey || (oneLine && !event.shiftKey))) return;
    event.preventDefault();
    form.requestSubmit();
  });
})();
