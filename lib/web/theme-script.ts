/**
 * Runs in the head, before anything is painted: a reader's own choice of colours must not flash in late. The key and the
 * values are those of islands/theme.ts; without a choice the system's setting decides, in CSS.
 */
export const themeScript =
  'try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';
