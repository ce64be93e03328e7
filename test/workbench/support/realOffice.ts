/** How does a test get the real, unmodified office.js into jsdom, in front of our host? */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connectDesktop } from '../../../src/workbench/host/desktop';
import { ExcelHost, type HostOptions } from '../../../src/workbench/host/excelHost';
import { carriedByPane } from './panes';

const FOLDER = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const SITE = 'https://workbench.test/';

const evaluate = (file: string): void => {
  (window as unknown as { eval(code: string): unknown }).eval(`${readFileSync(path.join(FOLDER, file), 'utf8')}\n//# sourceURL=${file}`);
};

/** office.js looks for its own tag, and asks for its other files with further tags. */
function answerScriptTags(isDebug: boolean): void {
  const append = HTMLHeadElement.prototype.appendChild;
  const own = document.createElement('script');
  own.type = 'text/plain';
  Object.defineProperty(own, 'src', { value: `${SITE}office.js` });
  append.call(document.head, own);
  HTMLHeadElement.prototype.appendChild = function <T extends Node>(this: HTMLHeadElement, node: T): T {
    if (!(node instanceof HTMLScriptElement) || !node.src.startsWith(SITE)) return append.call(this, node) as T;
    const file = new URL(node.src).pathname.slice(1);
    setTimeout(() => {
      evaluate(isDebug ? file.replace(/(?<!debug)\.js$/, (end) => (/^excel-/.test(file) ? '.debug.js' : end)) : file);
      node.onload?.(new Event('load'));
    }, 0);
    return node;
  };
}

/** `isDebug`: the readable build of the same library, for looking into it. */
export async function officeInFrontOf(options: HostOptions = {}, isDebug = false): Promise<ExcelHost> {
  const host = new ExcelHost(options);
  sessionStorage.clear();
  connectDesktop(host, window, carriedByPane(host));
  answerScriptTags(isDebug);
  evaluate('office.js');
  await Office.onReady();
  return host;
}

/** The error that a promise ends with, as Office.js made it. */
export async function officeErrorOf(promise: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await promise;
  } catch (problem) {
    if (problem instanceof OfficeExtension.Error) return problem;
    throw problem;
  }
  throw new Error('nothing went wrong');
}
