/** The grounds of the two colour schemes, for what knows no style sheet; --paper in app/(site)/styles/tokens.css. */
export const paper = { light: "#faf7f2", dark: "#15181b" } as const;
