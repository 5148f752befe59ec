/** Of sitemaps (RFC 7303). */
export const xmlContentType = "application/xml; charset=utf-8";
