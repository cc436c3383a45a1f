import { limits } from '../limits.ts';
import { imageSource } from './image-source.ts';

const plantuml = /\/plantuml\/(?:svg|png|img|uml|txt)\/(?:~1)?([\w-]{12,10000})\/?(?:[?#]|$)/;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** The sources of a page's diagrams by the addresses of their pictures: before the page is read, which asks at once. */
export async function diagramsOf(document: Document): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const image of Document.prototype.querySelectorAll.call(document, 'img')) {
    if (found.size === limits.diagrams) break;
    const address = imageSource(image);
    const source = await diagramInAddress(address ?? '');
    if (address !== null && source !== null) found.set(address, source);
  }
  return found;
}

/**
 * The source of a diagram that a PlantUML server draws from its address: DEFLATE, then six bits a letter in an order
 * of PlantUML's own (plantuml.com/text-encoding). Null for any other address.
 */
export async function diagramInAddress(address: string): Promise<string | null> {
  const packed = plantuml.exec(address)?.[1];
  if (packed === undefined) return null;
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  // Whatever else looks like such an address does not unpack.
  const text = await textOf(stream).catch(() => '');
  return text.trim() || null;
}

/** Empty where it is more than a diagram's source can be. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > limits.diagram) {
      await reader.cancel();
      return '';
    }
    text += decoder.decode(value, { stream: true });
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let value = 0;
  let bits = 0;
  for (const letter of text) {
    value = ((value << 6) | digits.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}
