import assert from "node:assert/strict";
import { safePath } from "../../server/http/htmx.ts";
import { readMarkdown } from "../../server/domain/text/markdown.ts";
import { Markdown, type MarkRoom, writeMarkdown } from "../../views/markdown.tsx";

const render = async (text: string) => {
  const read = {
    texts: new Map([[text, readMarkdown(text)]]),
    calling: new Map(),
    named: new Map(),
  };
  const texts = new Map([["text", { html: writeMarkdown(text, read), all: null }]]);
  return String(await <Markdown of="text" texts={texts} />);
};

Deno.test("Markdown becomes HTML, and HTML in it is shown as text", async () => {
  const html = await render("**bold** <script>alert(1)</script>");
  assert.match(html, /<strong>bold<\/strong> &lt;script&gt;/);
});

Deno.test("headings in texts rank below the page's headings, and never skip a level", async () => {
  const ranks = async (text: string) =>
    [...(await render(text)).matchAll(/<h(\d)>[^<]*<\/h\1>/g)].map(([, rank]) => Number(rank));
  assert.deepEqual(await ranks("# Why\n## How\n# What"), [3, 4, 3]);
  assert.deepEqual(await ranks("### Why"), [3]);
  assert.deepEqual(await ranks("### Why\n# How\n#### What\n## When\n- # In a list"), [
    3,
    3,
    4,
    4,
    3,
  ]);
  assert.deepEqual(await ranks("# a\n## b\n### c\n#### d\n##### e\n###### f"), [3, 4, 5, 6, 6, 6]);
});

Deno.test("a link that would run a script is shown as text", async () => {
  for (const target of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"]) {
    assert.doesNotMatch(await render(`[here](${target})`), /<a\b/);
  }
  assert.match(await render("[here](https://example.com)"), /<a href="https:\/\/example\.com" rel/);
});

Deno.test("an image becomes a link, because pages load nothing from other sites", async () => {
  const html = await render("![a chart](https://example.com/chart.png)");
  assert.doesNotMatch(html, /<img/);
  assert.match(html, /<a href="https:\/\/example\.com\/chart\.png"[^>]*>a chart<\/a>/);
});

Deno.test("a list item that starts with a checkbox shows its state", async () => {
  const html = await render("- [ ] oil\n- [x] paint\n- [ ]\n- [y] no box\n\n[ ] nor here");
  assert.match(
    html,
    /<li class="checklist-item" dir="auto"><span [^>]*role="checkbox" aria-disabled="true" aria-checked="false" aria-label="oil"><\/span>oil<\/li>/,
  );
  assert.match(
    html,
    /<li class="checklist-item" dir="auto"><span [^>]*aria-checked="true" aria-label="paint"><\/span>paint<\/li>/,
  );
  assert.equal(html.match(/checklist-box/g)?.length, 2);
  assert.match(html, /\[y\] no box/);
  assert.match(html, /<p>\[ \] nor here<\/p>/);
  assert.match(
    await render("1. [X] **bold** first"),
    /aria-checked="true"[^>]*><\/span><strong>bold/,
  );
});

Deno.test("code and tables can be focused, because they scroll if they are wide", async () => {
  for (const code of ["```\n<pre>\n```", "```ts\nlet x;\n```", "    indented"]) {
    assert.match(await render(code), /<pre tabindex="0"><code/, code);
  }
  assert.match(await render("| a |\n|---|\n| 1 |"), /<table tabindex="0">/);
});

Deno.test("table columns keep their alignment without inline styles, which the page's policy refuses", async () => {
  const html = await render("| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |");
  assert.match(
    html,
    /<td>1<\/td>\n<td data-align="right">2<\/td>\n<td data-align="center">3<\/td>/,
  );
  assert.match(html, /<th data-align="right">b<\/th>/);
  assert.doesNotMatch(html, /style=/);
});

Deno.test("signing in never redirects to another site", () => {
  const away = ["https://evil.example", "//evil.example", "/\\evil.example", "/workspace\\..", "x"];
  for (const path of [...away, "/workspacex", "/workspace/\n", undefined]) {
    assert.equal(safePath(path, "/workspace"), "/workspace", String(path));
  }
  assert.equal(safePath("/workspace/tasks?q=a", "/workspace"), "/workspace/tasks?q=a");
});

Deno.test("a paragraph with very many marks or addresses is shown as plain text, but others aren't", async () => {
  const list = Array.from({ length: 400 }, (_, n) => `- [ ] [step ${n}](https://example.com)`);
  assert.equal((await render(list.join("\n"))).match(/<a /g)?.length, 400);
  const pieces = ["[", "*a ", "_**", "`a` ", "@a ", "a@b.example ", "://a.b//"];
  for (const piece of pieces) {
    const hostile = `${piece.repeat(12_000)} **b**`;
    const html = await render(`**first**\n\n${hostile}`);
    assert.equal(
      html,
      `<div class="markdown" id="text-text"><p><strong>first</strong></p>\n<p>${hostile}</p>\n</div>`,
    );
  }
});

Deno.test("after the first mark that doesn't fit, all marks are text, so that checkboxes keep their positions", () => {
  const text = `- [ ] a\n- [x] ${"x".repeat(100)}\n- [ ] b\n\n[c](d) a.example`;
  const read = {
    texts: new Map([[text, readMarkdown(text)]]),
    calling: new Map(),
    named: new Map(),
  };
  const room: MarkRoom = { characters: 900 };
  const html = writeMarkdown(text, read, room);
  assert.deepEqual(html.match(/aria-label="[^"]*"/g), ['aria-label="a"']);
  assert.match(html, /\[x\] xxx[^]*\[ \] b[^]*<p>c a\.example<\/p>/);
  assert.equal(room.isFull, true);
});

Deno.test("after very many paragraphs, items, or cells, the rest is shown as plain text", async () => {
  const rows = "| a | b |\n".repeat(1_000);
  assert.equal((await render(`| a | b |\n|---|---|\n${rows}`)).match(/<td>/g)?.length, 2_000);
  const end = "\n\n**the end**";
  const lists = ["# a\n", "- a\n", "> - a\n", "a\n\n", "|a|\n|-|\n\n"];
  for (const hostile of [...lists, "|a|b\n|-|-\n", "|a\n"].map((one) => one.repeat(12_000))) {
    const text = hostile.startsWith("|a\n") ? `|a\n|-\n${hostile}` : hostile;
    const html = await render(`**first**\n\n${text}${end}`);
    assert.ok(
      html.startsWith('<div class="markdown" id="text-text"><p><strong>first</strong></p>'),
    );
    assert.ok(html.endsWith("**the end**</p>\n</div>"), html.slice(-200));
    assert.ok(html.match(/<(p|li|h3|td)>/g)!.length < 7_500);
  }
});

Deno.test("an HTML comment is shown as text, and contains no Markdown", async () => {
  const html = await render("a <!-- **b** --> **c**\n<!-- *d*\n\n- e\n--> *f*");
  assert.match(html, /a &lt;!-- \*\*b\*\* --&gt; <strong>c<\/strong>/);
  assert.match(html, /<p>&lt;!-- \*d\*<br>\n<br>\n- e<br>\n--&gt; <em>f<\/em><\/p>/);
});
