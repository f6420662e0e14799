import assert from "node:assert/strict";
import { safePath } from "../../server/http/htmx.ts";
import { Markdown } from "../../views/markdown.tsx";

const render = async (text: string) => String(await <Markdown text={text} />);

Deno.test("Markdown becomes HTML, and HTML in it stays text", async () => {
  const html = await render("**bold** <script>alert(1)</script>");
  assert.match(html, /<strong>bold<\/strong> &lt;script&gt;/);
});

Deno.test("a link that would run a script stays text", async () => {
  for (const target of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"]) {
    assert.doesNotMatch(await render(`[here](${target})`), /<a\b/);
  }
  assert.match(await render("[here](https://example.com)"), /<a href="https:\/\/example\.com" rel/);
});

Deno.test("a picture becomes a link, since pages load nothing from elsewhere", async () => {
  const html = await render("![a chart](https://example.com/chart.png)");
  assert.doesNotMatch(html, /<img/);
  assert.match(html, /<a href="https:\/\/example\.com\/chart\.png"[^>]*>a chart<\/a>/);
});

Deno.test("an item of a list that begins with a box shows whether it is done", async () => {
  const html = await render("- [ ] oil\n- [x] paint\n- [ ]\n- [y] no box\n\n[ ] nor here");
  assert.match(html, /<li class="todo"><span [^>]*aria-label="To do"><\/span>oil<\/li>/);
  assert.match(html, /<li class="todo"><span [^>]*aria-label="Done" data-done><\/span>paint<\/li>/);
  assert.equal(html.match(/todo-box/g)?.length, 2);
  assert.match(html, /\[y\] no box/);
  assert.match(html, /<p>\[ \] nor here<\/p>/);
  assert.match(await render("1. [X] **bold** first"), /Done" data-done><\/span><strong>bold/);
});

Deno.test("code and tables, which scroll where they are wide, are gone to by key", async () => {
  for (const code of ["```\n<pre>\n```", "```ts\nlet x;\n```", "    indented"]) {
    assert.match(await render(code), /<pre tabindex="0"><code/, code);
  }
  assert.match(await render("| a |\n|---|\n| 1 |"), /<table tabindex="0">/);
});

Deno.test("after signing in nobody is sent to another site", () => {
  const away = ["https://evil.example", "//evil.example", "/\\evil.example", "/workspace\\..", "x"];
  for (const path of [...away, "/workspacex", "/workspace/\n", undefined]) {
    assert.equal(safePath(path, "/workspace"), "/workspace", String(path));
  }
  assert.equal(safePath("/workspace/tasks?q=a", "/workspace"), "/workspace/tasks?q=a");
});

Deno.test("a text of very many opening brackets stays plain, since each would be looked for its end", async () => {
  const list = Array.from({ length: 200 }, (_, n) => `- [ ] [step ${n}](https://example.com)`);
  assert.equal((await render(list.join("\n"))).match(/<a /g)?.length, 200);
  const hostile = "[".repeat(20_000);
  assert.equal(await render(hostile), `<div class="markdown"><p>${hostile}</p></div>`);
});
