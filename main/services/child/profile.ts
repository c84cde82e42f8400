import { initialsOf } from '../../../shared/domain/people.ts';
import { today } from '../../../shared/domain/time.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { childrenChannels } from '../../../shared/ipc/children.ts';
import type { Context } from '../context.ts';
import { heading, list, type Paper, type PaperBlock, quietText, text } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { titleMasker } from '../evidence/known-children.ts';
import {
  agenciesTable,
  auditTable,
  type ChildFacts,
  careFacts,
  chronologyTable,
  consentLines,
  factsTable,
  readChildFacts,
} from './facts.ts';

/** As many of the newest events as leave the profile one page. */
const latest = 6;

/**
 * Saves a child's one-page profile where the user says: by code, with every tracked child's name masked, unless the name
 * is asked for. Consent stands first.
 */
export async function saveProfile(
  ctx: Context,
  { id, isNamed, format }: ParsedInputOf<(typeof childrenChannels)['children:saveProfile']>,
): Promise<{ readonly saved: boolean }> {
  const facts = readChildFacts(ctx.db, id);
  const paper = profilePaper(ctx, facts, isNamed);
  return savePaper(ctx, isNamed ? paper : masked(paper, titleMasker(ctx.db)), {
    format,
    name: `${facts.label} profile`,
  });
}

function profilePaper(ctx: Context, facts: ChildFacts, isNamed: boolean): Paper {
  const { db } = ctx;
  const { title, council, marking } = theEngagement(db);
  const { child, name, label } = facts;
  const full = [name?.forename, name?.surname].filter(Boolean).join(' ');
  const agencies = isNamed
    ? facts
    : {
        ...facts,
        agencies: facts.agencies.map((one) => ({ ...one, practitioner: initialsOf(one.practitioner) })),
      };
  const day = today(ctx.clock());
  return {
    title: isNamed && full ? `${full} (${label})` : `${label}: profile`,
    facts: [[council, title].filter(Boolean).join(', ')],
    marking,
    blocks: [
      heading('Consent'),
      list(consentLines(facts)),
      factsTable('About the child', careFacts(facts, day)),
      ...(child.notes ? [heading('What to know'), text(child.notes)] : []),
      ...(facts.agencies.length > 0 ? [heading('Round the child'), agenciesTable(agencies)] : []),
      ...(facts.chronology.length > 0
        ? [heading('Latest events'), chronologyTable(facts.chronology.slice(-latest))]
        : []),
      ...(facts.audit.length > 0
        ? [heading('What the agencies found together'), auditTable(db, facts.audit.slice(0, 8))]
        : []),
      ...(facts.chronology.length > latest
        ? [quietText(`${facts.chronology.length - latest} earlier events are in the full chronology.`)]
        : []),
    ],
  };
}

/** The paper with every word of it masked. */
function masked(paper: Paper, mask: (words: string) => string): Paper {
  return {
    ...paper,
    title: mask(paper.title),
    blocks: paper.blocks.map((block) => maskedBlock(block, mask)),
  };
}

function maskedBlock(block: PaperBlock, mask: (words: string) => string): PaperBlock {
  if (block.is === 'list') return { ...block, items: block.items.map(mask) };
  if (block.is === 'table') return { ...block, rows: block.rows.map((row) => row.map(mask)) };
  return { ...block, text: mask(block.text) };
}
