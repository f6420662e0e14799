import assert from "node:assert/strict";
import type { TestApp } from "./app.ts";
import { browserCookie } from "./browser_session.ts";
import {
  attribute,
  type Element,
  elementsIn,
  has,
  isIn,
  type Name,
  parentOf,
  PlainPage,
  textOf,
} from "./plain_page.ts";
import { testOrigin } from "./world.ts";

/**
 * A browser without scripts. It follows links and redirects, keeps cookies, and sends forms as HTML says:
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export class PlainBrowser extends PlainPage {
  /** The path and query of the open page. */
  address = "/";
  /** The status that each page must have. */
  expected = 200;
  #typed = new Map<Element, string>();
  #cookies = new Map<string, string>();

  /** Creates a browser of a person who isn't signed in. */
  constructor(private readonly tested: { app: Pick<TestApp["app"], "request"> }) {
    super();
  }

  /** Returns a browser of a person who is signed in. */
  static async of(app: TestApp, email: string): Promise<PlainBrowser> {
    const browser = new PlainBrowser(app);
    browser.#keep(await browserCookie(app.world, email));
    return browser;
  }

  /** Opens an address. @param form the form to send there by POST */
  async open(href: string, form?: URLSearchParams): Promise<void> {
    const url = new URL(href, testOrigin + this.address);
    assert.equal(url.origin, testOrigin, `${href} leads to another site`);
    const headers = {
      accept: "text/html",
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      referer: testOrigin + this.address,
      ...(form && { origin: testOrigin, "content-type": "application/x-www-form-urlencoded" }),
    };
    const sent = { headers, ...(form && { method: "POST", body: String(form) }) };
    const response = await this.tested.app.request(url.pathname + url.search, sent);
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const html = await response.text();
    const next = response.headers.get("location");
    if (next !== null) return await this.open(next);
    assert.equal(response.status, this.expected, `${href}: ${html}`);
    this.address = url.pathname + url.search;
    this.#typed.clear();
    this.show(html);
  }

  /** Follows a link, sends a button's form, or opens what a button or a summary opens. */
  async press(role: string, name: Name, within?: Element): Promise<void> {
    const pressed = this.find(role, name, within);
    const opened = this.byId(attribute(pressed, "popovertarget"));
    if (pressed.tagName === "a") return await this.open(attribute(pressed, "href")!);
    if (pressed.tagName === "summary") return toggle(parentOf(pressed)!, "open", true);
    if (opened) return toggle(opened, "popover", false);
    const form = this.formOf(pressed);
    assert.ok(form && isSubmit(pressed), `${role} ${name} does nothing without scripts`);
    assert.ok(!isDisabled(pressed), `${role} ${name} is disabled`);
    await this.#submit(form, pressed);
  }

  /** Presses Enter in a field, which presses the first submit button of its form. */
  async enter(name: Name): Promise<void> {
    const form = this.formOf(this.#field(name, ({ tagName }) => tagName === "input"));
    assert.ok(form, `${name} is in no form`);
    const button = this.controlsOf(form).find(isSubmit);
    assert.ok(!isDisabled(button), "the form's first button is disabled");
    await this.#submit(form, button);
  }

  /** Writes into a field, at most as much as the field takes. */
  fill(name: Name, text: string): void {
    const field = this.#field(name, isText);
    const longest = Number(attribute(field, "maxlength") ?? Infinity);
    assert.ok(!has(field, "readonly") && text.length <= longest, `${name} doesn't take ${text}`);
    this.#typed.set(field, text);
  }

  /** Returns the text in a field. */
  value(name: Name): string {
    return this.#textIn(this.#field(name, isText));
  }

  /** Checks a checkbox, or a radio button in place of the others of its group. */
  check(name: Name): void {
    const box = this.#field(name, (one) => /^(checkbox|radio)$/.test(attribute(one, "type") ?? ""));
    const form = this.formOf(box);
    for (const other of form && attribute(box, "type") === "radio" ? this.controlsOf(form) : []) {
      if (attribute(other, "name") === attribute(box, "name")) toggle(other, "checked", false);
    }
    toggle(box, "checked", true);
  }

  /** Chooses an option of a list, in place of the others unless the list takes several. */
  choose(name: Name, option: string): void {
    const list = this.#field(name, ({ tagName }) => tagName === "select");
    const options = optionsOf(list);
    const chosen = options.find((one) => textOf(one) === option && !isDisabled(one));
    assert.ok(chosen, `${name} offers only ${options.map((one) => textOf(one)).join(" | ")}`);
    for (const one of has(list, "multiple") ? [] : options) toggle(one, "selected", false);
    toggle(chosen, "selected", true);
  }

  async #submit(form: Element, button: Element | undefined): Promise<void> {
    const controls = this.controlsOf(form)
      .filter((one) => one === button || !isDisabled(one) && !isButton(one));
    if (!has(form, "novalidate") && !has(button, "formnovalidate")) this.#requireValid(controls);
    const entries = controls.flatMap((one) =>
      this.#valuesOf(one).map((value) => [attribute(one, "name"), value.replace(/\r?\n/g, "\r\n")])
    ).filter((entry): entry is [string, string] => !!entry[0]);
    const told = (name: string) => attribute(button, `form${name}`) ?? attribute(form, name) ?? "";
    assert.equal(told("enctype"), "", "only encoded forms are sent here");
    const [action, method] = [told("action") || this.address, told("method").toLowerCase()];
    if (method === "post") return await this.open(action, new URLSearchParams(entries));
    assert.match(method, /^(get)?$/);
    await this.open(`${action.replace(/[?#].*/s, "")}?${new URLSearchParams(entries)}`);
  }

  /**
   * Fails if the browser wouldn't send a form because a required control is empty or a value doesn't match its pattern.
   */
  #requireValid(controls: Element[]): void {
    for (const one of controls.filter((one) => !has(one, "readonly"))) {
      const isIts = (other: Element) => attribute(other, "name") === attribute(one, "name");
      const group = attribute(one, "type") === "radio" ? controls.filter(isIts) : [one];
      const values = group.flatMap((each) => this.#valuesOf(each)).filter((value) => value !== "");
      assert.ok(!has(one, "required") || values.length > 0, `${this.nameOf(one)} is required`);
      const pattern = new RegExp(`^(?:${attribute(one, "pattern") ?? ".*"})$`, "sv");
      for (const value of values) assert.match(value, pattern, this.nameOf(one));
    }
  }

  /** Returns the values that a control adds to its form: none where it isn't checked or selected. */
  #valuesOf(control: Element): string[] {
    const [type = "", value] = [attribute(control, "type"), attribute(control, "value")];
    assert.doesNotMatch(type, /^(file|image)$/, "files and images aren't sent here");
    if (isButton(control)) return [value ?? ""];
    if (/^(checkbox|radio)$/.test(type)) return has(control, "checked") ? [value ?? "on"] : [];
    if (control.tagName !== "select") return [this.#textIn(control)];
    const options = optionsOf(control);
    const selected = options.filter((one) => has(one, "selected"));
    const first = options.filter((one) => !isDisabled(one)).slice(0, 1);
    const single = selected.length > 0 ? selected.slice(-1) : first;
    return (has(control, "multiple") ? selected : single).filter((one) => !isDisabled(one))
      .map((one) => attribute(one, "value") ?? textOf(one));
  }

  #textIn(field: Element): string {
    const given = field.tagName === "textarea"
      ? field.childNodes.map((one) => "value" in one ? one.value : "").join("")
      : attribute(field, "value");
    return this.#typed.get(field) ?? given ?? "";
  }

  #field(name: Name, fits: (one: Element) => boolean): Element {
    const [field, ...others] = this.matching(fits, name);
    const names = () => this.matching(fits, /^/).map((one) => this.nameOf(one)).join(" | ");
    assert.ok(field, `no field ${name}, only ${names()}`);
    assert.ok(others.length === 0, `${others.length + 1} fields ${name}`);
    assert.ok(!isDisabled(field), `${name} is disabled`);
    return field;
  }

  #keep(cookie: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
    if (/max-age=0\b/i.test(cookie)) this.#cookies.delete(name!);
    else this.#cookies.set(name!, value!);
  }
}

function toggle(element: Element, name: string, on: boolean): void {
  element.attrs = element.attrs.filter((one) => one.name !== name);
  if (on) element.attrs.push({ name, value: "" });
}

const optionsOf = (list: Element) => elementsIn(list).filter(({ tagName }) => tagName === "option");
const typeOf = (one: Element) =>
  attribute(one, "type") ?? (one.tagName === "button" ? "submit" : "text");
const isButton = (one: Element) =>
  one.tagName === "button" || /^(button|image|reset|submit)$/.test(typeOf(one));
const isSubmit = (one: Element) => isButton(one) && typeOf(one) === "submit";
const isText = (one: Element) =>
  one.tagName === "textarea" ||
  one.tagName === "input" && !isButton(one) && !/^(checkbox|radio|hidden)$/.test(typeOf(one));

/** Returns whether a control is disabled by itself, or with the group around it unless it is in the group's legend. */
function isDisabled(element: Element | undefined): boolean {
  if (element === undefined) return false;
  const disables = (outer: Element | undefined): boolean => {
    if (outer === undefined) return false;
    const legend = elementsIn(outer).find(({ tagName }) => tagName === "legend");
    const isGroup = outer.tagName === "optgroup" ||
      outer.tagName === "fieldset" && !(legend && isIn(element, legend));
    return isGroup && has(outer, "disabled") || disables(parentOf(outer));
  };
  return has(element, "disabled") || disables(parentOf(element));
}
