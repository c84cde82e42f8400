import type { ChecklistItem } from '../../../shared/domain/child.ts';
import type { IdentifierFound } from '../../../shared/domain/identifiers-in-text.ts';
import { audienceLabels, type PackAudience } from '../../../shared/domain/pack.ts';
import type { PackBanner } from '../../../shared/domain/pack-banners.ts';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';
import type { CheckedDocument, Stop } from './findings.ts';

/** A document with the item of the checklist that it answers, and what its words say of itself and of others. */
export type ReadyDocument = CheckedDocument & {
  readonly answers: ChecklistItem | null;
  readonly banners: readonly PackBanner[];
  readonly identifiers: readonly IdentifierFound[];
};

/** Those who work for the inspection itself, to whom a child's own file may go before every check outside it is done. */
const inspecting: ReadonlySet<PackAudience> = new Set(['inspector', 'peer-team']);

type Findings = { readonly stops: readonly Stop[]; readonly cautions: readonly PackFinding[] };

/** What documents say of themselves, and what was recorded about them: drafts, notes for ourselves, other people not looked for. */
export function readinessFindings(documents: readonly ReadyDocument[], audience: PackAudience): Findings {
  const stops: Stop[] = [];
  const cautions: PackFinding[] = [];
  const unchecked: ReadyDocument[] = [];
  const unapproved: ReadyDocument[] = [];
  for (const document of documents) {
    const { item, called, title, answers } = document;
    const at = (page: number) => (item.pages === null ? 'in its text' : `on page ${page}`);
    for (const { is, words, page } of document.banners) {
      const where = `“${title}”: “${words}” ${at(page)}.`;
      if (is === 'stop')
        stops.push({
          code: 'pack/internal',
          what: `Document ${called} holds a note for ourselves`,
          where: `${where} Take the note out and put the new copy in.`,
          evidenceId: item.id,
        });
      else
        cautions.push({
          what: `Document ${called} ${is === 'draft' ? 'calls itself a draft' : 'says it is not to be shared'}`,
          where,
          evidenceId: item.id,
        });
    }
    if (answers?.stage === 'draft')
      cautions.push({
        what: `Document ${called} is recorded as a draft`,
        where: `“${title}” on the checklist. Put the final in, or say why the draft goes.`,
        evidenceId: item.id,
      });
    if (answers?.thirdPartyCheck === 'to-redact')
      stops.push({
        code: 'pack/internal',
        what: `Document ${called} is still to be redacted`,
        where: `“${title}”: the check for other people found some. Put the redacted copy in.`,
        evidenceId: item.id,
      });
    if (
      !inspecting.has(audience) &&
      answers?.thirdPartyCheck !== 'clear' &&
      answers?.thirdPartyCheck !== 'redacted'
    )
      unchecked.push(document);
    if (!inspecting.has(audience) && answers?.stage === 'final' && answers.approvedBy === '')
      unapproved.push(document);
  }
  const forWhom = audienceLabels[audience].toLowerCase();
  return {
    stops,
    cautions: [
      ...cautions,
      ...several(unchecked, (count) => ({
        what: `${count} not checked for other people`,
        where: `No third-party check is recorded, and the pack is for ${forWhom}.`,
      })),
      ...several(unapproved, (count) => ({
        what: `${count} not approved`,
        where: `Nobody is recorded as having approved it, and the pack is for ${forWhom}.`,
      })),
    ],
  };
}

/** A request whose answer nobody has signed off is not ready to go. */
export function approvalCautions(request: InformationRequest | null): readonly PackFinding[] {
  if (!request || ['signed-off', 'sent', 'accepted'].includes(request.state)) return [];
  return [
    {
      what: `The answer to ${request.reference} is not signed off`,
      where: 'Sign it off under Requests, or say why it goes before.',
      evidenceId: null,
    },
  ];
}

function several(
  documents: readonly ReadyDocument[],
  say: (count: string) => Pick<PackFinding, 'what' | 'where'>,
): readonly PackFinding[] {
  const [only] = documents;
  if (!only) return [];
  const { what, where } = say(documents.length === 1 ? '1 document is' : `${documents.length} documents are`);
  const called = documents.map((document) => document.called).join(', ');
  return [{ what, where: `${called}: ${where}`, evidenceId: documents.length === 1 ? only.item.id : null }];
}
