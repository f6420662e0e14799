/** A validator of HTML. https://html-validate.org */
export { HtmlValidate } from "npm:html-validate@11.21.1";
