import { type DefaultTreeAdapterTypes, parse } from "../../packages/parse5.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes whose values are URLs that a browser opens or loads. */
const addresses =
  /^(href|src|action|formaction|poster|srcset|ping|cite|data|background|xlink:href|hx-(get|post|put|patch|delete|push-url|replace-url))$/;
/** Attributes whose values run as code or refer to other elements. */
const running = /^(on|x-|hx-|:|@|style$|class$|srcdoc$|id$|is$|http-equiv$)/;

/** Returns elements, attributes, and URLs that hostile text added to a page or fragment. */
export function survivors(html: string): string[] {
  const found: string[] = [];
  for (const node of nodesIn(html)) {
    if (node.nodeName === "#comment") {
      if (JSON.stringify((node as { data?: string }).data).includes("evil")) found.push("comment");
    }
    if (!("tagName" in node)) continue;
    if (node.tagName.includes("evil")) found.push(`<${node.tagName}>`);
    if (/^(script|style)$/.test(node.tagName) && textOf(node).includes("evil")) {
      found.push(`in <${node.tagName}>`);
    }
    for (const { name, value } of node.attrs) {
      if (isHarmful(name, value)) found.push(`<${node.tagName} ${name}="${value.slice(0, 60)}">`);
    }
  }
  return found;
}

function isHarmful(name: string, value: string): boolean {
  if (name.includes("evil")) return true;
  if (addresses.test(name)) {
    const address = value.replace(/[\p{Cc}\s]/gu, "").toLowerCase();
    return /^(javascript|data|vbscript):/.test(address) || address.startsWith("/evil");
  }
  return running.test(name) && value.includes("evil");
}

/** Returns the columns whose texts appear on a page, in text or attributes, by their markers. */
export function marksIn(html: string): string[] {
  const said = nodesIn(html).flatMap((node) => [
    "value" in node ? node.value : "",
    ..."attrs" in node ? node.attrs.map(({ value }) => value) : [],
  ]);
  return said.flatMap((text) =>
    [...text.matchAll(/evil:([a-z_.]+[a-z_])/g)].map((mark) => mark[1]!)
  );
}

/** Returns every node of a page or fragment. The last result is cached, because several checks use it. */
function nodesIn(html: string): readonly Node[] {
  if (read.html !== html) read = { html, nodes: nodesOf(parse(html)) };
  return read.nodes;
}
let read: { html?: string; nodes: Node[] } = { nodes: [] };

function nodesOf(node: Node, found: Node[] = []): Node[] {
  found.push(node);
  if ("content" in node) nodesOf(node.content, found);
  for (const child of "childNodes" in node ? node.childNodes : []) nodesOf(child, found);
  return found;
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => "value" in child ? child.value : "").join("");
}
