import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { ChannelName, ChannelOutput, Contract } from '../../shared/ipc/contract.ts';
import { addChild } from '../services/add-child.ts';
import * as childFile from '../services/child-file.ts';
import * as children from '../services/children.ts';
import type { Context } from '../services/context.ts';
import * as engagement from '../services/engagement.ts';
import { addEvidence } from '../services/evidence/add-evidence.ts';
import * as evidence from '../services/evidence/evidence.ts';
import { saveOriginal } from '../services/evidence/save-original.ts';
import { readContent } from '../services/evidence/view.ts';
import * as feedback from '../services/feedback.ts';
import * as people from '../services/people.ts';
import * as places from '../services/places.ts';
import * as requests from '../services/requests.ts';
import * as strands from '../services/strands.ts';
import * as timetable from '../services/timetable.ts';
import { addBlock } from '../services/timetable-blocks.ts';
import { acknowledgeClash, withdrawAcknowledgement } from '../services/timetable-clashes.ts';
import { readHistory, redoLast, undoLast } from '../services/undo.ts';

/** One line a channel that needs an open engagement. A channel without a line is a compile error. */
type Handlers = {
  readonly [Name in ChannelName as Contract[Name]['needsEngagement'] extends true ? Name : never]: (
    ctx: Context,
    input: ParsedInputOf<Contract[Name]>,
  ) => ChannelOutput<Name> | Promise<ChannelOutput<Name>>;
};

/** Loaded when first asked for: they read and write workbooks, calendars and zips, and no start needs that. */
const later = {
  exports: () => import('../services/timetable-export/export-timetable.ts'),
  imports: () => import('../services/import/imports.ts'),
  packs: () => import('../services/pack/packs.ts'),
  preview: () => import('../services/pack/preview.ts'),
};

export const handlers: Handlers = {
  'history:readHistory': readHistory,
  'history:undoLast': undoLast,
  'history:redoLast': redoLast,
  'engagement:readEngagement': engagement.readEngagement,
  'engagement:editEngagement': engagement.editEngagement,
  'engagement:editPhase': engagement.editPhase,
  'engagement:editDeadline': engagement.editDeadline,
  'engagement:recordEvent': engagement.recordEvent,
  'engagement:saveChecklistTemplate': engagement.saveChecklistTemplate,
  'engagement:removeChecklistTemplate': engagement.removeChecklistTemplate,
  'engagement:saveCriterion': engagement.saveCriterion,
  'engagement:removeCriterion': engagement.removeCriterion,
  'engagement:addClosureDay': engagement.addClosureDay,
  'engagement:removeClosureDay': engagement.removeClosureDay,
  'people:readPeople': people.readPeople,
  'people:savePerson': people.savePerson,
  'people:removePerson': people.removePerson,
  'people:saveOrganisation': people.saveOrganisation,
  'people:saveStrand': strands.saveStrand,
  'people:moveStrand': strands.moveStrand,
  'people:removeStrand': strands.removeStrand,
  'people:savePlace': places.savePlace,
  'people:removePlace': places.removePlace,
  'children:readChildren': children.readChildren,
  'children:readChild': children.readChild,
  'children:addChild': addChild,
  'children:editChild': children.editChild,
  'children:removeChild': children.removeChild,
  'children:recordConsent': childFile.recordConsent,
  'children:saveAgency': childFile.saveAgency,
  'children:removeAgency': childFile.removeAgency,
  'children:saveChecklistItem': childFile.saveChecklistItem,
  'children:removeChecklistItem': childFile.removeChecklistItem,
  'requests:readRequests': requests.readRequests,
  'requests:saveRequest': requests.saveRequest,
  'requests:removeRequest': requests.removeRequest,
  'feedback:readFeedback': feedback.readFeedback,
  'feedback:logFeedback': feedback.logFeedback,
  'feedback:editFeedback': feedback.editFeedback,
  'feedback:removeFeedback': feedback.removeFeedback,
  'feedback:findNames': feedback.findNames,
  'timetable:readTimetable': timetable.readTimetable,
  'timetable:addMeeting': timetable.addMeeting,
  'timetable:editMeeting': timetable.editMeeting,
  'timetable:moveMeeting': timetable.moveMeeting,
  'timetable:unscheduleMeeting': timetable.unscheduleMeeting,
  'timetable:pinMeeting': timetable.pinMeeting,
  'timetable:duplicateMeeting': timetable.duplicateMeeting,
  'timetable:removeMeeting': timetable.removeMeeting,
  'timetable:acknowledgeClash': acknowledgeClash,
  'timetable:withdrawAcknowledgement': withdrawAcknowledgement,
  'timetable:addBlock': addBlock,
  'timetable:exportTimetable': async (ctx, input) => (await later.exports()).exportTimetable(ctx, input),
  'evidence:readEvidence': evidence.readEvidence,
  'evidence:addEvidence': addEvidence,
  'evidence:editEvidence': evidence.editEvidence,
  'evidence:linkEvidence': evidence.linkEvidence,
  'evidence:unlinkEvidence': evidence.unlinkEvidence,
  'evidence:removeEvidence': evidence.removeEvidence,
  'evidence:readContent': readContent,
  'evidence:saveOriginal': saveOriginal,
  'packs:readPacks': async (ctx) => (await later.packs()).readPacks(ctx),
  'packs:previewPack': async (ctx, input) => (await later.preview()).previewPack(ctx, input),
  'packs:exportPack': async (ctx, input) => (await later.packs()).exportPack(ctx, input),
  'imports:readImport': async (ctx, input) => (await later.imports()).readImport(ctx, input),
  'imports:remapImport': async (ctx, input) => (await later.imports()).remapImport(ctx, input),
  'imports:confirmImport': async (ctx, input) => (await later.imports()).confirmImport(ctx, input),
  'imports:dropImport': async (ctx, input) => (await later.imports()).dropImport(ctx, input),
  'imports:readPastedPeople': async (ctx, input) => (await later.imports()).readPastedPeople(ctx, input),
};
