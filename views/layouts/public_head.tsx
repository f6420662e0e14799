import { raw } from "hono/html";
import { landingPath } from "../paths.ts";
import { changelogPath, feedPath, previewImagePath } from "../site_paths.ts";
import type { Frame } from "./frame.ts";

/** A page in the trail to a public page. */
export interface TrailPage {
  path: string;
  title: string;
}

interface PublicHeadProps {
  frame: Frame;
  title: string;
  description: string;
  /** The pages from the first one below the landing page to the page itself. Empty for the landing page. */
  trail: readonly TrailPage[];
  /** The day of the last change, if the page is an article. */
  changed: string | undefined;
}

/**
 * The parts of a public page's head that describe it to other sites and programs: Open Graph (https://ogp.me) and
 * structured data (https://schema.org).
 */
export function PublicHead(props: PublicHeadProps) {
  const { frame, title, description, trail } = props;
  const { origin } = frame.server;
  const path = trail.at(-1)?.path ?? landingPath;
  const address = origin + path;
  return (
    <>
      <link rel="canonical" href={address} />
      {path === changelogPath && (
        <link rel="alternate" type="application/atom+xml" href={feedPath} title="Changelog" />
      )}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Backlog" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={origin + previewImagePath} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content="A list of tasks in Backlog" />
      <meta name="twitter:card" content="summary_large_image" />
      <script type="application/ld+json">
        {/* A text can't end the element */}
        {raw(JSON.stringify(describePage(props)).replaceAll("<", "\\u003c"))}
      </script>
    </>
  );
}

function describePage({ frame, description, trail, changed }: PublicHeadProps) {
  const { origin } = frame.server;
  const page = trail.at(-1);
  const graph = page === undefined ? [programOf(frame, description)] : [
    ...(changed === undefined ? [] : [{
      "@type": "TechArticle",
      headline: page.title,
      description,
      url: origin + page.path,
      dateModified: changed,
      inLanguage: "en",
    }]),
    breadcrumbsOf(trail, origin),
  ];
  return { "@context": "https://schema.org", "@graph": graph };
}

function programOf({ server: { origin, version } }: Frame, description: string) {
  return {
    "@type": "SoftwareApplication",
    name: "Backlog",
    description,
    url: origin,
    applicationCategory: "BusinessApplication",
    operatingSystem: "Linux, macOS, Windows",
    softwareVersion: version,
    license: "https://spdx.org/licenses/MIT",
    offers: { "@type": "Offer", price: "0", priceCurrency: "USD" },
  };
}

function breadcrumbsOf(trail: readonly TrailPage[], origin: string) {
  const pages = [{ path: landingPath, title: "Backlog" }, ...trail];
  return {
    "@type": "BreadcrumbList",
    itemListElement: pages.map(({ path, title }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: title,
      item: origin + path,
    })),
  };
}
