/** Attributes that are words: kept in data-* attributes, so that copying inside the editor loses nothing. */
import type { Attribute } from "@tiptap/core";

type Attributes = Record<string, unknown>;

/** Words or null, cut to `longest` UTF-16 units when they come from outside. @param name as in the stored body */
export function optionalWords(name: string, longest: number): Partial<Attribute> {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => wordsFrom(element, name, longest) || null,
    renderHTML: (attributes: Attributes) => dataAttribute(name, attributes[name]),
  };
}

export function wordsFrom(element: HTMLElement, name: string, longest: number): string {
  return (element.getAttribute(dataName(name)) ?? "").slice(0, longest).toWellFormed();
}

export function dataAttribute(name: string, value: unknown): Record<string, string> {
  if (typeof value === "string") return { [dataName(name)]: value };
  return typeof value === "number" || typeof value === "boolean" ? { [dataName(name)]: String(value) } : {};
}

function dataName(name: string): string {
  return `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
