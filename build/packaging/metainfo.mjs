import { changes } from './changelogs.mjs';
import { APPLICATION_ID, NAME } from './product.mjs';
import { ENGLISH, TRANSLATIONS } from './texts.mjs';

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a software centre shows of the program (AppStream). */
export function metainfo({ productName, vendorName, homepage, license }) {
  const translated = (tag, textOf) => [
    `<${tag}>${xml(textOf(ENGLISH))}</${tag}>`,
    ...TRANSLATIONS.map(
      ([language, texts]) => `<${tag} xml:lang="${language}">${xml(textOf(texts))}</${tag}>`,
    ),
  ];
  const releases = changes().map(({ version, day }) => `    <release version="${version}" date="${day}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<component type="desktop-application">',
    // Of its parts none may have a hyphen: they are names on D-Bus as well.
    `  <id>${APPLICATION_ID.replaceAll('-', '_')}</id>`,
    `  <name>${xml(productName)}</name>`,
    ...translated('summary', ({ summary }) => summary).map((line) => `  ${line}`),
    '  <metadata_license>CC0-1.0</metadata_license>',
    `  <project_license>${license}</project_license>`,
    `  <developer_name>${xml(vendorName)}</developer_name>`,
    '  <description>',
    ...translated('p', ({ about }) => about).map((line) => `    ${line}`),
    '  </description>',
    `  <launchable type="desktop-id">${NAME}.desktop</launchable>`,
    `  <icon type="stock">${NAME}</icon>`,
    '  <categories><category>System</category></categories>',
    `  <url type="homepage">${xml(homepage)}</url>`,
    `  <provides><binary>${NAME}</binary></provides>`,
    '  <content_rating type="oars-1.1"/>',
    '  <releases>',
    ...releases,
    '  </releases>',
    '</component>',
    '',
  ].join('\n');
}
