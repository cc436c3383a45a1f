import { isWebAddress } from '../parse-url.ts';

/** The address of the article that comes with the extension. The domain is reserved: no page is there, and never will be. */
export const sampleAddress = 'https://clipshelf.example/sample';

/** Whether a clip has a page on the web to go to. An address came from a page: anything but a web address is none. */
export function hasOriginalPage(address: string): boolean {
  return isWebAddress(address) && address !== sampleAddress;
}
