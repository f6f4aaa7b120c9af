/** A QR code drawn on a page: no image has to be fetched, and browsers are told to take none from elsewhere. */
import qrcode from 'qrcode-generator';

/** Around it, in modules: the quiet zone the standard wants (ISO/IEC 18004). */
const MARGIN = 4;

export function QrCode({ of, alt }: { readonly of: string; readonly alt: string }) {
  const code = qrcode(0, 'M');
  code.addData(of);
  code.make();
  const count = code.getModuleCount();
  const numbers = Array.from({ length: count }, (_, n) => n);
  const dark = numbers.flatMap((row) =>
    numbers.filter((column) => code.isDark(row, column)).map((c) => [c, row]),
  );
  const size = count + 2 * MARGIN;
  return (
    <svg class="code" role="img" aria-label={alt} viewBox={`0 0 ${size} ${size}`} width="320" height="320">
      <rect width={size} height={size} fill="#ffffff" />
      <path
        d={dark.map(([x = 0, y = 0]) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`).join('')}
        fill="#000000"
        shape-rendering="crispEdges"
      />
    </svg>
  );
}
