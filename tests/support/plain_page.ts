import assert from "node:assert/strict";
import { type DefaultTreeAdapterTypes as Tree, parse } from "../packages/parse5.ts";

export type Element = Tree.Element;
/** A whole accessible name, or a pattern that fits a part of the name. */
export type Name = string | RegExp;

/** The roles of elements and of types of `input` that have no `role` attribute. */
const roles: Record<string, string> = {
  aside: "complementary",
  button: "button",
  fieldset: "group",
  header: "banner",
  main: "main",
  nav: "navigation",
  ol: "list",
  section: "region",
  select: "combobox",
  summary: "summary",
  table: "table",
  textarea: "textbox",
  ul: "list",
  "input checkbox": "checkbox",
  "input hidden": "",
  "input radio": "radio",
  "input search": "searchbox",
  "input submit": "button",
};
/** Elements that don't separate words. */
const inline = /^(abbr|b|bdi|code|em|i|mark|s|strong|time)$/;
/** Elements whose text nobody reads as a part of the page. */
const unread = /^(script|style|template|select|textarea)$/;
/** Elements whose content isn't their name. */
const unnamed = /^(aside|fieldset|form|header|main|nav|ol|section|select|table|textarea|ul)$/;

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

export function has(element: Element | undefined, name: string): boolean {
  return attribute(element, name) !== undefined;
}

export function parentOf(element: Element): Element | undefined {
  return element.parentNode && "tagName" in element.parentNode ? element.parentNode : undefined;
}

/** Returns whether an element is another one or is inside it. */
export function isIn(element: Element | undefined, outer: Element): boolean {
  return element !== undefined && (element === outer || isIn(parentOf(element), outer));
}

/** Returns the elements inside a node, in the order of the page. */
export function elementsIn(node: Tree.ParentNode): Element[] {
  const found: Element[] = [];
  const collect = ({ childNodes }: Tree.ParentNode) => {
    for (const one of childNodes) {
      if (!("tagName" in one)) continue;
      found.push(one);
      collect(one);
    }
  };
  collect(node);
  return found;
}

/** Returns an element's words, without icons and closed parts. @param heard whether `aria-label` stands for content */
export function textOf(element: Element, heard = false): string {
  return tidy(rawText(element, heard));
}

function rawText(element: Element, heard: boolean): string {
  return element.childNodes.map((child) => {
    if ("value" in child) return child.value;
    if (!("tagName" in child) || unread.test(child.tagName) || isClosed(child)) return "";
    if (attribute(child, "aria-hidden") === "true") return "";
    const text = (heard && attribute(child, "aria-label")) || rawText(child, heard);
    return inline.test(child.tagName) ? text : ` ${text} `;
  }).join("");
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** Returns whether markup keeps people from an element's content. Styles aren't read. */
function isClosed(element: Element): boolean {
  const outer = parentOf(element);
  const isFolded = outer?.tagName === "details" && !has(outer, "open") &&
    elementsIn(outer).find((one) => one.tagName === "summary") !== element;
  return isFolded || ["hidden", "inert", "popover"].some((name) => has(element, name)) ||
    element.tagName === "template" || element.tagName === "dialog" && !has(element, "open");
}

function isReachable(element: Element): boolean {
  const outer = parentOf(element);
  return !isClosed(element) && (outer === undefined || isReachable(outer));
}

function roleOf(element: Element): string {
  const given = attribute(element, "role");
  if (given !== undefined) return given;
  if (/^h[1-6]$/.test(element.tagName)) return "heading";
  if (element.tagName === "a") return has(element, "href") ? "link" : "";
  if (element.tagName !== "input") return roles[element.tagName] ?? "";
  return roles[`input ${attribute(element, "type")}`] ?? "textbox";
}

/**
 * A page as a person without scripts finds things on it: by roles and accessible names. What markup hides isn't there;
 * what styles hide is, so tests of styles need a real browser.
 */
export class PlainPage {
  html = "";
  #elements: Element[] = [];

  /** Shows another page. */
  protected show(html: string): void {
    this.html = html;
    this.#elements = elementsIn(parse(html, { scriptingEnabled: false }));
  }

  /** Returns the elements of a role and name that a person can reach, in the order of the page. */
  all(role: string, name: Name = /^/, within?: Element): Element[] {
    return this.matching((one) => roleOf(one) === role, name, within);
  }

  /** Returns the element of a role and name. Fails unless there is exactly one, or all are links to one address. */
  find(role: string, name: Name, within?: Element): Element {
    const [found, ...others] = this.all(role, name, within);
    const names = () => this.all(role, /^/, within).map((one) => this.nameOf(one)).join(" | ");
    assert.ok(found, `no ${role} ${name}, only ${names()}`);
    const href = attribute(found, "href");
    const areSame = href !== undefined && others.every((one) => attribute(one, "href") === href);
    assert.ok(others.length === 0 || areSame, `${others.length + 1} of ${role} ${name}`);
    return found;
  }

  /** Returns the links that a person can reach and that lead nowhere. */
  deadLinks(): Element[] {
    return this.matching((one) => one.tagName === "a" && !has(one, "href"), /^/);
  }

  /** Returns the words of the page, or of an element of it. */
  text(within?: Element): string {
    return textOf(within ?? this.#elements.find((one) => one.tagName === "body")!);
  }

  /** Returns the accessible name by as much of https://www.w3.org/TR/accname-1.2/ as the pages need. */
  nameOf(element: Element): string {
    const heard = (one: Element) => tidy(attribute(one, "aria-label") ?? textOf(one, true));
    const by = attribute(element, "aria-labelledby")?.split(" ").map((id) => this.byId(id));
    if (by) return tidy(by.map((one) => one ? heard(one) : "").join(" "));
    const labels = this.#elements.filter((one) =>
      one.tagName === "label" &&
      (has(one, "for") ? attribute(one, "for") === attribute(element, "id") : isIn(element, one))
    );
    const legends = /^(fieldset|table)$/.test(element.tagName)
      ? elementsIn(element).filter((one) => /^(caption|legend)$/.test(one.tagName)).slice(0, 1)
      : [];
    const content = unnamed.test(element.tagName) ? "" : heard(element);
    return attribute(element, "aria-label") || labels.map(heard).join(" ") ||
      legends.map(heard).join(" ") || content || attribute(element, "title") ||
      attribute(element, "placeholder") || "";
  }

  protected matching(fits: (one: Element) => boolean, name: Name, within?: Element): Element[] {
    const isNamed = (one: string) => typeof name === "string" ? one === name : name.test(one);
    return this.#elements.filter((one) =>
      fits(one) && (!within || isIn(one, within)) && isReachable(one) && isNamed(this.nameOf(one))
    );
  }

  /** Returns an element by its ID, reachable or not. */
  byId(id: string | undefined): Element | undefined {
    return this.#elements.find((one) => id !== undefined && attribute(one, "id") === id);
  }

  /** Returns the controls of a form, in the order of the page. */
  protected controlsOf(form: Element): Element[] {
    return this.#elements.filter((one) => this.formOf(one) === form);
  }

  /** Returns the form that a control belongs to. */
  protected formOf(control: Element): Element | undefined {
    if (!/^(button|input|select|textarea)$/.test(control.tagName)) return undefined;
    if (has(control, "form")) return this.byId(attribute(control, "form"));
    let outer = parentOf(control);
    while (outer && outer.tagName !== "form") outer = parentOf(outer);
    return outer;
  }
}
