/** Markup that is safe to be put into a page as it is: made by `html`, which escapes what it is given. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Markup from a template: texts and numbers are escaped, lists joined, and what is null, undefined or false is left out. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = parts.map((part, index) => part + (index < values.length ? markupOf(values[index]) : ''));
  return new Html(markup.join(''));
}

function markupOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as markup, within an element or an attribute's quotation marks. Characters that no page may hold are left out. */
export function escaped(text: string): string {
  return (
    text
      // Half a surrogate pair is no character either.
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
      .replace(/[&<>"']/g, (sign) => entities[sign]!)
  );
}

/** A whole page that needs nothing but itself: no script, no font, no picture from elsewhere. */
export function page(title: string, styles: string, body: Html): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
${styles}
</style>
</head>
<body>
${body.markup}
</body>
</html>
`;
}
