import type { Outside } from '../../main/services/context.ts';

/**
 * Sets the dates that the printer puts in a PDF to one day, letter for letter, so that printing the same page again gives
 * the same bytes. Chromium writes them in the clear: "/CreationDate (D:20261124104200+00'00')".
 */
export const withFixedDates =
  (printPdf: Outside['printPdf']): Outside['printPdf'] =>
  async (html, options) => {
    const printed = Buffer.from(await printPdf(html, options)).toString('latin1');
    const dated = printed.replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '$120261124104200');
    return new Uint8Array(Buffer.from(dated, 'latin1'));
  };
