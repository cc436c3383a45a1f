/** Side of the copy that is looked at, px: enough for lines, and nothing to speak of to read. */
const side = 48;
/** Of a picture's pixels: so many let the page through, and so much of the rest is dark. */
const clear = 0.3;
const dark = 0.6;

/**
 * Whether a loaded picture is dark lines on no ground of its own, which a dark page would swallow. False where its pixels
 * may not be read.
 */
export function isDarkOnNothing(image: HTMLImageElement): boolean {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (context === null || image.naturalWidth === 0) return false;
  try {
    context.drawImage(image, 0, 0, side, side);
    return isDarkOnClear(context.getImageData(0, 0, side, side).data);
  } catch {
    // From another origin: it is not ours to look at.
    return false;
  }
}

/** Red, green, blue and alpha of each pixel, 0 to 255. */
function isDarkOnClear(pixels: Uint8ClampedArray): boolean {
  let [seen, darkOnes] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 64) continue;
    seen += 1;
    if (0.299 * red + 0.587 * green + 0.114 * blue < 110) darkOnes += 1;
  }
  const all = pixels.length / 4;
  return seen > 0 && (all - seen) / all > clear && darkOnes / seen > dark;
}
