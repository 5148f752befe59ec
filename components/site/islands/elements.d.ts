/** Lets server components write the custom elements as JSX. Inside the augmentation React's own type names are in scope. */
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "mhn-contact": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;
      "mhn-embed": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
        Record<"data-provider" | "data-id" | "data-title", string>;
      "mhn-search": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;
      "mhn-share": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
        Record<"data-url" | "data-title", string>;
      "mhn-theme-switch": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;
    }
  }
}

// Makes this file a module, so that the above adds to React's types instead of replacing them.
export {};
