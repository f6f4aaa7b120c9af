/** A QR code as an image inside a card. */
import qrcode from 'qrcode-generator';

/** Pixels of one module, large enough to be read from a shared screen. */
const MODULE = 6;
/** The quiet zone the standard wants is four modules (ISO/IEC 18004); white, in dark themes too. */
const MARGIN = 4 * MODULE;

/** A GIF as a data URI: of a link some 5 kB, of the 25 a card may have. */
export function qrImage(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(MODULE, MARGIN);
}
