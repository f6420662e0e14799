import { raw } from "hono/html";
import { docsPath } from "../docs_paths.ts";
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
}

/**
 * The parts of a public page's head that describe it to other sites and programs: Open Graph (https://ogp.me) and
 * structured data (https://schema.org).
 */
export function PublicHead({ frame, title, description, trail }: PublicHeadProps) {
  const { origin } = frame.server;
  const path = trail.at(-1)?.path ?? landingPath;
  const address = origin + path;
  const data = trail.length === 0 ? programOf(frame, description) : breadcrumbsOf(trail, origin);
  // Docs pages contain their own data
  const isData = !path.startsWith(docsPath);
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
      {isData && (
        <script type="application/ld+json">
          {raw(JSON.stringify(data).replaceAll("<", "\\u003c"))}
        </script>
      )}
    </>
  );
}

function programOf({ server: { origin, version } }: Frame, description: string) {
  return {
    "@context": "https://schema.org",
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
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: pages.map(({ path, title }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: title,
      item: origin + path,
    })),
  };
}
