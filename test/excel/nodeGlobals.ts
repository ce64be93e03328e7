/** What jsdom lacks and the core's tests need. */
import { CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder, CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream });
