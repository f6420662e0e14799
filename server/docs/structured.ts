import type { DocsPage } from "./catalog.ts";

/** Returns a page's structured data, as a script element without code. https://schema.org/TechArticle */
export function structuredData(page: DocsPage, origin: string): string {
  const above: DocsPage[] = [];
  for (let at: DocsPage | null = page; at; at = at.parent) above.unshift(at);
  const data = {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "TechArticle",
        headline: page.title,
        description: page.description,
        url: origin + page.path,
        dateModified: page.changed,
        inLanguage: "en",
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: above.map(({ title, path }, at) => ({
          "@type": "ListItem",
          position: at + 1,
          name: title,
          item: origin + path,
        })),
      },
    ],
  };
  // A text can't end the element
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<script type="application/ld+json">${json}</script>`;
}
