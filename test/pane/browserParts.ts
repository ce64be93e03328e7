/** What does a browser have that jsdom lacks? To be imported before anything that needs it. */
import { webcrypto } from 'node:crypto';
import { CompressionStream, DecompressionStream, ReadableStream, WritableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder, CompressionStream, DecompressionStream, ReadableStream, WritableStream, IS_REACT_ACT_ENVIRONMENT: true });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
Object.defineProperty(globalThis, 'ResizeObserver', {
  value: class {
    observe(): void {
      // Nothing is laid out here.
    }
    unobserve(): void {
      // Nothing is laid out here.
    }
    disconnect(): void {
      // Nothing is laid out here.
    }
  },
});
// The virtual list measures its window and its rows.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 56 });
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 600 });
Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 320 });
Element.prototype.scrollTo = () => undefined;
HTMLDialogElement.prototype.showModal = function (): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (): void {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
