/** Manners for a menu that is a popover: the browser opens it, closes it with Escape or a press elsewhere, and moves the focus. */

/** Closes the menu of `button` also when the focus goes on, when the page is left, and when it has become too wide for a button. */
export function refineMenu(button: HTMLButtonElement): void {
  const menu = button.popoverTargetElement;
  if (!(menu instanceof HTMLElement)) return;
  const close = (): void => {
    if (menu.matches(":popover-open")) menu.hidePopover();
  };
  // Else what has the focus could lie under the menu.
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) close();
  });
  // The style sheet took the button away and shows the menu as part of the page.
  window.addEventListener("resize", () => {
    if (button.getClientRects().length === 0) close();
  });
  // A page that comes back from the back-forward cache shows no open menu.
  window.addEventListener("pagehide", close);
}
