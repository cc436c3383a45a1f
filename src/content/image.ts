/**
 * Runs in the page and leaves a function there, in the extension's own world: the picture at an address, in base64, or
 * null. The page reads what it has loaded and is allowed to read, from its cache where it can; else what it shows is drawn
 * again, if the browser lets it. What it has not loaded is not asked for in its name.
 */
async function readImage(url: string, maxBytes: number): Promise<string | null> {
  if (!isLoaded(url)) return null;
  const file = (await fetched(url)) ?? (await drawn(url));
  return file === null || file.size === 0 || file.size > maxBytes ? null : await base64(file);
}

function isLoaded(url: string): boolean {
  return performance.getEntriesByName(url).length > 0 || shown(url) !== undefined;
}

function shown(url: string): HTMLImageElement | undefined {
  return [...document.images].find(
    (image) => (image.currentSrc === url || image.src === url) && image.complete && image.naturalWidth > 0,
  );
}

async function fetched(url: string): Promise<Blob | null> {
  try {
    const response = await fetch(url, {
      cache: 'force-cache',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok ? await response.blob() : null;
  } catch {
    // Another site that does not share it.
    return null;
  }
}

async function drawn(url: string): Promise<Blob | null> {
  const image = shown(url);
  if (image === undefined) return null;
  try {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await canvas.convertToBlob();
  } catch {
    // The canvas is tainted by a picture of another site, or too large.
    return null;
  }
}

function base64(file: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(file);
  });
}

Object.assign(globalThis, { clipshelfReadImage: readImage });

// A script's value has to be plain data.
export default null;
