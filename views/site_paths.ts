import { docsPath } from "./docs_paths.ts";

export const productPath = "/product";
export const pricingPath = "/pricing";
export const changelogPath = "/changelog";
export const aboutPath = "/about";
export const privacyPath = "/privacy";
export const termsPath = "/terms";
/** The changelog as an Atom feed. */
export const feedPath = "/changelog.atom";
/** The image that other sites show for a link to a public page. */
export const previewImagePath = "/preview.png";

/** The pages that `static/site` contains. */
export const sitePaths = [
  productPath,
  pricingPath,
  changelogPath,
  aboutPath,
  privacyPath,
  termsPath,
];

/** A link that every public page has. */
type SiteLink = readonly [path: string, name: string];

/** The links in the header of public pages, which the footer repeats. */
export const headerLinks: readonly SiteLink[] = [
  [productPath, "Product"],
  [pricingPath, "Pricing"],
  [docsPath, "Docs"],
  [changelogPath, "Changelog"],
];

/** The links in the footer of public pages. */
export const footerLinks: readonly SiteLink[] = [
  ...headerLinks,
  [aboutPath, "About"],
  [privacyPath, "Privacy"],
  [termsPath, "Terms"],
];
