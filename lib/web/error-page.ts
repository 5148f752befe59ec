/**
 * The page for when nothing else works: needs no database, no React and no file, and gives nothing away but an id that
 * finds the log line.
 */

const texts = {
  400: {
    title: "That address can't be read",
    text: "Something in it is broken: perhaps it was cut off when it was copied.",
  },
  404: {
    title: "There is nothing here",
    text: "This address belongs to another kind of site. Nothing of the magazine was ever here.",
  },
  405: {
    title: "That can't be done here",
    text: "This address only shows a page; it takes no input.",
  },
  413: {
    title: "That is more than can be sent here",
    text: "What was sent with this request is too large for this address.",
  },
  429: {
    title: "That was a lot at once",
    text: "More was asked for from your network than we can answer. Please wait a moment, then try again.",
  },
  500: {
    title: "Something went wrong on our side",
    text: "The page could not be made. Trying again in a moment often helps; if it does not, please tell us the number below.",
  },
  503: {
    title: "We will be back in a moment",
    text: "The magazine can't reach its articles right now. Please try again in a minute.",
  },
  busy: {
    title: "The site is very busy",
    text: "More people are reading than we can serve at this moment. Please try again in a few seconds.",
  },
} as const;

/** A status of HTTP, or "busy": 503 because of too many requests, and not for want of a database. */
export type ErrorPageKind = keyof typeof texts;

/** All of its styles. */
export const errorPageStyle = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:2rem;box-sizing:border-box;
font:1.125rem/1.6 Georgia,"Times New Roman",serif;background:#faf7f2;color:#22262b}
main{max-width:34rem}
h1{font-size:clamp(1.75rem,5vw,2.5rem);line-height:1.15;font-weight:500;margin:0 0 1rem}
p{margin:0 0 1rem}
a{color:#1f5f5b}
small{font:.875rem/1.5 ui-sans-serif,system-ui,sans-serif;color:#5b6168}
@media(prefers-color-scheme:dark){body{background:#15181b;color:#e9e5dd}a{color:#8fc7c2}small{color:#a7adb4}}
`;

/** @param requestId printed as it is: letters, digits and hyphens only */
export function errorPage(kind: ErrorPageKind, requestId: string): string {
  const { title, text } = texts[kind];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Mental Health Network</title>
<style>${errorPageStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">To the front page</a>. If you need help now, you can find a help line for your country at
<a href="https://findahelpline.com" rel="noopener">findahelpline.com</a>.</p>
<p><small>Request ${requestId}</small></p>
</main>
</body>
</html>
`;
}
