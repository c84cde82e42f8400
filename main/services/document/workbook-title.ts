import type { Feature, Image } from 'write-excel-file/node';

const part = 'docProps/core.xml';

/**
 * What programs and screen readers call a workbook, in its core properties. The writer writes none; where they stand is
 * laid down by ECMA-376, part 2, 11. Whoever gives the title sees to it that it names no child.
 */
export function workbookTitle(title: string): Feature<Image['content']> {
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            `<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/${part}"/>`,
        },
        '_rels/.rels': {
          insert: () =>
            `<Relationship Id="rId-core-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${part}"/>`,
        },
      },
      write: {
        files: () => ({
          [part]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>LANO Desk</dc:creator></cp:coreProperties>`,
        }),
      },
    },
  };
}

/** Text as it stands between the tags of a workbook's parts. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
