/** How is XML of a file put together, and how is a small part of it read? */
import { escapedText } from '../../xlsx/cellXml';

const MARKUP = /[&<>"]/;
const plainXml = (text: string): string =>
  MARKUP.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;') : text;

/** Text of a cell, or of an attribute: what only looks like an escape stays what it is. */
export const xmlText = (text: string): string => plainXml(escapedText(text));
/** Formulas know no escapes. */
export const xmlFormula = plainXml;

/** ` name="value"` for each that has one. */
export const attributes = (given: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(given)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${typeof value === 'number' ? value : xmlText(value)}"`))
    .join('');

export function elementOf(xml: string): Element {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  if (documentElement.getElementsByTagName('parsererror').length > 0) throw new SyntaxError('not XML');
  return documentElement;
}

/** Whatever its prefix. */
export const named = (element: Element | Document, name: string): Element[] => [...element.getElementsByTagNameNS('*', name)];

export const isOn = (element: Element, name: string): boolean => ['1', 'true'].includes(element.getAttribute(name) ?? '');

/** The first element of that name in a long text, without reading the rest of it; null: there is none. */
export function cutOut(xml: string, name: string): Element | null {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>.*?</${name}>)`, 's').exec(xml)?.[0];
  return found === undefined ? null : elementOf(found.replace(/^<(\w+)/, `<$1 xmlns:r="urn:r" xmlns:x14ac="urn:x14ac" xmlns:xr="urn:xr" xmlns:mc="urn:mc"`));
}
