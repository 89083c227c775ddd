import { expect, it } from 'vitest';
import { LOCALES, type Locale } from '@shared/domain/settings/locales';
import { loadMessages, type MessageKey } from '@shared/i18n/messages';

/** The name of a product or a program: the same in every language. */
const NAMES = [
  'activity.actor.service',
  'assistance.client.teamviewer',
  'assistance.client.rustdesk',
  'commandLine.label.service',
  'page.diagnostics.facts.mode',
  'service.name',
  'shell.product',
  'shell.page.remoteService',
  'tray.tooltip',
] as const satisfies readonly MessageKey[];

/** Only values, signs and units; a language may still set them otherwise. */
const FORMS = [
  'assistance.session.with',
  'commandAnswer.settings.change',
  'commandLine.value.feature',
  'connectionCheck.stageOf',
  'connectionCheck.stageOutcome',
  'connectionCheck.duration.milliseconds',
  'connectionCheck.duration.seconds',
  'connectionCheck.fact.folder-step',
  'licenceDifference.featureQuantity',
  'page.updates.download.rate',
] as const satisfies readonly MessageKey[];

/** A word that these languages write as English does. */
const WORDS: Readonly<Partial<Record<MessageKey, readonly Locale[]>>> = {
  'assistance.request.organisation': ['de', 'fr'],
  'assistance.request.ticket': ['de', 'es', 'fr', 'it', 'nl', 'pt'],
  'assistance.history.organisation': ['de', 'fr'],
  'assistance.history.ticket': ['de', 'es', 'fr', 'it', 'nl', 'pt'],
  'commandLine.man.name': ['de'],
  'connectionCheck.account': ['nl'],
  'connectionCheck.details': ['de', 'nl'],
  'connectionCheck.fact.program-version': ['de', 'fr'],
  'licenceServerAdvanced.ports': ['de', 'fr'],
  'page.about.version': ['de', 'fr'],
  'page.activity.detail.account': ['it', 'nl'],
  'page.activity.detail.action': ['fr'],
  'page.activity.detail.body': ['fr'],
  'page.activity.detail.file': ['it'],
  'page.activity.detail.link': ['de', 'pt'],
  'page.activity.detail.severity': ['fr'],
  'page.activity.detail.type': ['fr', 'nl'],
  'page.activity.detail.version': ['de', 'fr'],
  'page.activity.detail.ticket': ['de', 'es', 'fr', 'it', 'nl', 'pt'],
  'page.common.version': ['de', 'fr'],
  'page.common.ok': ['de', 'fr', 'it', 'nl', 'pt'],
  'page.common.details': ['de', 'nl'],
  'page.common.code': ['de', 'nl'],
  'page.remoteService.licenceServers.name': ['de'],
  'page.remoteService.licenceServers.kind': ['fr', 'nl'],
  'service.label.mode': ['fr', 'nl'],
  'page.whatIsSent.column.type': ['fr', 'nl'],
  'page.updates.version': ['de', 'fr'],
  'shell.group.system': ['de'],
  'shell.group.support': ['de', 'fr'],
  'licenceServer.kind.remote': ['de'],
  'licenceServer.kind.local': ['es', 'fr', 'pt'],
  'page.activity.no': ['es', 'it'],
  'service.startType.manual': ['es', 'pt'],
  'commandLine.options': ['fr'],
  'commandLine.man.synopsis': ['fr'],
  'commandLine.man.description': ['fr'],
  'component.table.actions': ['fr'],
  'page.about.preferences.notifications': ['fr'],
  'page.activity.group.licence': ['fr'],
  'page.activity.group.service': ['fr', 'nl'],
  'page.activity.sequence': ['fr'],
  'page.activity.detail.document': ['fr', 'nl'],
  'page.manual.history.licence': ['fr'],
  'page.overview.licence': ['fr'],
  'page.overview.service.version': ['fr'],
  'page.whatIsSent.type.date': ['fr'],
  'page.services.title': ['fr', 'nl'],
  'page.updates.download.pause': ['fr'],
  'shell.pages': ['fr'],
  'shell.menu': ['fr', 'it', 'nl', 'pt'],
  'shell.page.licence': ['fr'],
  'shell.page.services': ['fr', 'nl'],
  'page.manual.bare.file': ['it'],
  'page.overview.service.account': ['it', 'nl'],
  'service.label.account': ['it', 'nl'],
  'service.changeAccount.password': ['it'],
  'activity.actor.operator': ['nl'],
  'error.link.service-stopped.nextStep': ['nl'],
  'page.about.product': ['nl'],
  'page.about.runtime': ['nl'],
  'page.about.help': ['nl'],
  'page.whatIsSent.field.product': ['nl'],
};

const textsOf = (node: object, prefix = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[prefix + key, value]] : textsOf(value as object, `${prefix}${key}.`),
  );

const british = new Map(textsOf(await loadMessages('en-GB')));
const sameAsEnglish = new Map<string, Locale[]>();
for (const locale of LOCALES.filter((each) => !each.startsWith('en'))) {
  for (const [key, text] of textsOf(await loadMessages(locale))) {
    if (british.get(key) === text) sameAsEnglish.set(key, [...(sameAsEnglish.get(key) ?? []), locale]);
  }
}

it('is translated, or stands in a list that says why it is the same in English', () => {
  const anywhere = new Set<string>([...NAMES, ...FORMS]);
  const found = [...sameAsEnglish].filter(([key]) => !anywhere.has(key));
  expect(Object.fromEntries(found)).toEqual(WORDS);
});

it('lists nothing that every language has a text of its own for', () => {
  expect([...NAMES, ...FORMS].filter((key) => !sameAsEnglish.has(key))).toEqual([]);
});
