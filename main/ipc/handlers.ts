import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import { type ChannelName, type ChannelOutput, type Contract, contract } from '../../shared/ipc/contract.ts';
import { addChild } from '../services/add-child.ts';
import * as after from '../services/after/after.ts';
import * as attendance from '../services/attendance.ts';
import * as availability from '../services/availability.ts';
import * as story from '../services/child/story.ts';
import * as childFile from '../services/child-file.ts';
import * as children from '../services/children.ts';
import type { Context } from '../services/context.ts';
import * as engagement from '../services/engagement.ts';
import * as plan from '../services/engagement-plan.ts';
import * as evaluation from '../services/evaluation/evaluation.ts';
import { addEvidence } from '../services/evidence/add-evidence.ts';
import { addPasted } from '../services/evidence/add-pasted.ts';
import { readAlike } from '../services/evidence/alike.ts';
import * as evidence from '../services/evidence/evidence.ts';
import { readHiddenData } from '../services/evidence/hidden-data.ts';
import { resumeReading } from '../services/evidence/read-scans.ts';
import { readRemoved, restoreEvidence } from '../services/evidence/removed.ts';
import { saveOriginal } from '../services/evidence/save-original.ts';
import { readContent } from '../services/evidence/view.ts';
import * as watch from '../services/evidence/watch-folder.ts';
import * as feedback from '../services/feedback.ts';
import * as governance from '../services/governance/governance.ts';
import { readHandOvers, saveNote } from '../services/hand-over/hand-over.ts';
import * as missing from '../services/missing-documents.ts';
import * as people from '../services/people.ts';
import { readPictures } from '../services/pictures/pictures.ts';
import * as places from '../services/places.ts';
import * as actions from '../services/plan/plan.ts';
import * as reviews from '../services/plan/reviews.ts';
import * as redactionMarks from '../services/redaction/marks.ts';
import * as redactions from '../services/redaction/redactions.ts';
import { replacePerson } from '../services/replace-person.ts';
import * as requests from '../services/requests.ts';
import * as given from '../services/requests-given.ts';
import { readStandingRequests } from '../services/requests-standing.ts';
import { searchAll } from '../services/search/search.ts';
import * as strands from '../services/strands.ts';
import * as timetable from '../services/timetable.ts';
import { addMeetings } from '../services/timetable-add-lines.ts';
import { addBlock } from '../services/timetable-blocks.ts';
import * as bulk from '../services/timetable-bulk.ts';
import { acknowledgeClash, withdrawAcknowledgement } from '../services/timetable-clashes.ts';
import { readHistory, redoLast, undoLast } from '../services/undo.ts';
import type { Desk } from '../services/vault/desk.ts';
import { checkStrength } from '../services/vault/passphrase.ts';
import { restoreVersion } from '../services/versions/restore.ts';
import { markTold, readTelling } from '../services/versions/telling.ts';
import { compareVersions, publishVersion, readVersions } from '../services/versions/versions.ts';
import { addUsualSurveys } from '../services/voice/usual-surveys.ts';
import * as voice from '../services/voice/voice.ts';
import { later } from './loaded-later.ts';

type Answer<Name extends ChannelName> = ChannelOutput<Name> | Promise<ChannelOutput<Name>>;

/** One line a channel. A channel without a line is a compile error. */
type Handlers = {
  readonly [Name in ChannelName]: Contract[Name]['needsEngagement'] extends true
    ? (ctx: Context, input: ParsedInputOf<Contract[Name]>) => Answer<Name>
    : (desk: Desk, input: ParsedInputOf<Contract[Name]>) => Answer<Name>;
};

const handlers: Handlers = {
  'vault:readVault': (desk) => desk.readVault(),
  'vault:checkStrength': (_, { passphrase }) => checkStrength(passphrase),
  'vault:chooseTemplate': (desk) => desk.chooseTemplate(),
  'vault:createEngagement': (desk, input) => desk.createEngagement(input),
  'vault:chooseFile': (desk) => desk.chooseFile(),
  'vault:openEngagement': (desk, input) => desk.openEngagement(input),
  'vault:openWithRecoveryKey': (desk, input) => desk.openWithRecoveryKey(input),
  'vault:openRemembered': (desk, input) => desk.openRemembered(input),
  'vault:openSample': (desk) => desk.openSample(),
  'vault:forgetRecent': (desk, input) => desk.forgetRecent(input),
  'vault:lockEngagement': (desk) => desk.lockEngagement(),
  'vault:changePassphrase': (desk, input) => desk.changePassphrase(input),
  'vault:saveRecoverySheet': (desk, input) => desk.saveRecoverySheet(input),
  'vault:saveCopy': (desk) => desk.saveCopy(),
  'backups:readBackups': (desk) => desk.backups.readBackups(),
  'backups:chooseFolder': (desk) => desk.backups.chooseFolder(),
  'backups:editRule': (desk, rule) => desk.backups.editRule(rule),
  'backups:backUpNow': (desk) => desk.backups.backUpNow(),
  'backups:rehearseRestore': (desk) => desk.backups.rehearseRestore(),
  'backups:openBackup': (desk, input) => desk.backups.openBackup(input),
  'backups:chooseBackup': (desk) => desk.backups.chooseBackup(),
  'backups:openNewest': (desk, input) => desk.backups.openNewest(input),
  'handOver:readHandOvers': readHandOvers,
  'handOver:makePassphrase': (desk) => desk.handOver.makePassphrase(),
  'handOver:handOver': (desk, input) => desk.handOver.handOver(input),
  'handOver:saveNote': saveNote,
  'handOver:chooseReturned': (desk) => desk.handOver.chooseReturned(),
  'handOver:readReturned': (desk, input) => desk.handOver.readReturned(input),
  'handOver:bringBack': (desk, input) => desk.handOver.bringBack(input),
  'handOver:dropReturned': (desk) => desk.handOver.dropReturned(),
  'settings:readSettings': (desk) => ({ settings: desk.settings.read(), facts: desk.facts }),
  'settings:cancelJob': (desk, { job }) => desk.cancelJob(job),
  'settings:setFullScreen': (desk, { isFullScreen }) => desk.setFullScreen(isFullScreen),
  'settings:editSettings': (desk, patch) => desk.settings.edit(patch),
  'history:readHistory': readHistory,
  'history:undoLast': undoLast,
  'history:redoLast': redoLast,
  'engagement:readEngagement': engagement.readEngagement,
  'engagement:editEngagement': engagement.editEngagement,
  'engagement:savePhase': plan.savePhase,
  'engagement:removePhase': plan.removePhase,
  'engagement:saveDeadline': plan.saveDeadline,
  'engagement:markDeadlineDone': plan.markDeadlineDone,
  'engagement:removeDeadline': plan.removeDeadline,
  'engagement:recordEvent': plan.recordEvent,
  'engagement:saveChecklistTemplate': engagement.saveChecklistTemplate,
  'engagement:removeChecklistTemplate': engagement.removeChecklistTemplate,
  'engagement:saveCriterion': engagement.saveCriterion,
  'engagement:saveIndicator': plan.saveIndicator,
  'engagement:removeIndicator': plan.removeIndicator,
  'engagement:removeCriterion': engagement.removeCriterion,
  'engagement:addClosureDay': engagement.addClosureDay,
  'engagement:removeClosureDay': engagement.removeClosureDay,
  'people:readPeople': people.readPeople,
  'people:savePerson': people.savePerson,
  'people:removePerson': people.removePerson,
  'people:saveOrganisation': people.saveOrganisation,
  'people:removeOrganisation': people.removeOrganisation,
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
  'children:readOwed': missing.readOwed,
  'children:askForItems': missing.askForItems,
  'children:removeChecklistItem': childFile.removeChecklistItem,
  'children:saveChronologyEntry': story.saveChronologyEntry,
  'children:removeChronologyEntry': story.removeChronologyEntry,
  'children:addChronology': story.addChronology,
  'children:readChronologyFile': story.readChronologyFile,
  'children:saveAuditFinding': story.saveAuditFinding,
  'children:removeAuditFinding': story.removeAuditFinding,
  'children:saveProfile': async (ctx, input) => (await later.profile()).saveProfile(ctx, input),
  'children:gatherFile': async (ctx, input) => (await later.gather()).gatherFile(ctx, input),
  'cohort:keepList': async (ctx, input) => (await later.cohort()).keepList(ctx, input),
  'cohort:readCohort': async (ctx) => (await later.cohort()).readCohort(ctx),
  'cohort:trackChildren': async (ctx, input) => (await later.cohort()).trackChildren(ctx, input),
  'cohort:shredList': async (ctx, input) => (await later.cohort()).shredList(ctx, input),
  'cohort:saveReport': async (ctx, input) => (await later.cohort()).saveReport(ctx, input),
  'requests:readRequests': requests.readRequests,
  'requests:saveRequest': requests.saveRequest,
  'requests:addRequests': requests.addRequests,
  'requests:readStandingRequests': readStandingRequests,
  'requests:reassignRequests': requests.reassignRequests,
  'requests:remindOwners': requests.remindOwners,
  'requests:removeRequest': requests.removeRequest,
  'requests:giveAnswer': given.giveAnswer,
  'requests:findGiven': given.findGiven,
  'requests:saveGiven': given.saveGiven,
  'requests:readRequestHistory': given.readRequestHistory,
  'feedback:readFeedback': feedback.readFeedback,
  'feedback:logFeedback': feedback.logFeedback,
  'feedback:editFeedback': feedback.editFeedback,
  'feedback:saveKeepInTouch': async (ctx, input) => (await later.keepInTouch()).saveKeepInTouch(ctx, input),
  'feedback:removeFeedback': feedback.removeFeedback,
  'feedback:findNames': feedback.findNames,
  'availability:readAvailability': availability.readAvailability,
  'availability:saveAbsence': availability.saveAbsence,
  'availability:removeAbsence': availability.removeAbsence,
  'availability:setUsualHours': availability.setUsualHours,
  'availability:confirmNotes': availability.confirmNotes,
  'availability:readCalendars': async (ctx, input) => (await later.calendars()).readCalendars(ctx, input),
  'availability:confirmCalendars': async (ctx, input) =>
    (await later.calendars()).confirmCalendars(ctx, input),
  'availability:dropCalendars': async (ctx, input) => (await later.calendars()).dropCalendars(ctx, input),
  'availability:removeCalendar': availability.removeCalendar,
  'availability:setRule': availability.setRule,
  'timetable:readTimetable': timetable.readTimetable,
  'timetable:addMeeting': timetable.addMeeting,
  'timetable:addMeetings': addMeetings,
  'timetable:editMeeting': timetable.editMeeting,
  'timetable:moveMeeting': timetable.moveMeeting,
  'timetable:unscheduleMeeting': timetable.unscheduleMeeting,
  'timetable:pinMeeting': timetable.pinMeeting,
  'timetable:duplicateMeeting': timetable.duplicateMeeting,
  'timetable:removeMeeting': timetable.removeMeeting,
  'timetable:acknowledgeClash': acknowledgeClash,
  'timetable:withdrawAcknowledgement': withdrawAcknowledgement,
  'timetable:addBlock': addBlock,
  'timetable:swapMeetings': bulk.swapMeetings,
  'timetable:shiftMeetings': bulk.shiftMeetings,
  'timetable:unscheduleMeetings': bulk.unscheduleMeetings,
  'timetable:removeMeetings': bulk.removeMeetings,
  'timetable:runLate': bulk.runLate,
  'timetable:copyDay': bulk.copyDay,
  'timetable:placeMeetings': bulk.placeMeetings,
  'timetable:exportTimetable': async (ctx, input) => (await later.exports()).exportTimetable(ctx, input),
  'attendance:readAttendance': attendance.readAttendance,
  'attendance:setInvitations': attendance.setInvitations,
  'attendance:markMeeting': attendance.markMeeting,
  'attendance:replacePerson': replacePerson,
  'versions:readVersions': readVersions,
  'versions:compareVersions': compareVersions,
  'versions:publishVersion': publishVersion,
  'versions:restoreVersion': restoreVersion,
  'versions:readTelling': readTelling,
  'versions:markTold': markTold,
  'versions:saveMessages': async (ctx, input) => (await later.versionFiles()).saveMessages(ctx, input),
  'versions:saveInvitations': async (ctx, input) => (await later.versionFiles()).saveInvitations(ctx, input),
  'evidence:readEvidence': evidence.readEvidence,
  'evidence:addEvidence': addEvidence,
  'evidence:addPasted': addPasted,
  'evidence:editEvidence': evidence.editEvidence,
  'evidence:linkEvidence': evidence.linkEvidence,
  'evidence:linkProposed': evidence.linkProposed,
  'evidence:unlinkEvidence': evidence.unlinkEvidence,
  'evidence:removeEvidence': evidence.removeEvidence,
  'evidence:readRemoved': readRemoved,
  'evidence:restoreEvidence': restoreEvidence,
  'evidence:readContent': readContent,
  'evidence:readAlike': readAlike,
  'evidence:readNamings': async (ctx) => (await later.namings()).readNamings(ctx),
  'evidence:declineChild': evidence.declineChild,
  'evidence:readScanned': evidence.readScanned,
  'evidence:resumeReading': resumeReading,
  'evidence:readWatched': watch.readWatched,
  'evidence:chooseWatchedFolder': watch.chooseWatchedFolder,
  'evidence:stopWatching': watch.stopWatching,
  'evidence:readHiddenData': readHiddenData,
  'evidence:saveOriginal': saveOriginal,
  'search:searchAll': searchAll,
  'evaluation:readEvaluation': evaluation.readEvaluation,
  'evaluation:saveAssessments': evaluation.saveAssessments,
  'evaluation:saveContribution': evaluation.saveContribution,
  'evaluation:removeContribution': evaluation.removeContribution,
  'evaluation:saveImpact': evaluation.saveImpact,
  'evaluation:removeImpact': evaluation.removeImpact,
  'evaluation:keepVersion': evaluation.keepVersion,
  'evaluation:exportEvaluation': async (ctx, input) =>
    (await later.evaluationPaper()).exportEvaluation(ctx, input),
  'plan:readPlan': actions.readPlan,
  'plan:saveAction': actions.saveAction,
  'plan:removeAction': actions.removeAction,
  'plan:saveFinding': actions.saveFinding,
  'plan:removeFinding': actions.removeFinding,
  'plan:saveReview': reviews.saveReview,
  'plan:removeReview': reviews.removeReview,
  'plan:saveFindingProgress': reviews.saveFindingProgress,
  'plan:removeFindingProgress': reviews.removeFindingProgress,
  'plan:carryFindingsForward': reviews.carryFindingsForward,
  'plan:bringFindings': reviews.bringFindings,
  'plan:saveAccuracyPoint': actions.saveAccuracyPoint,
  'plan:removeAccuracyPoint': actions.removeAccuracyPoint,
  'plan:exportWorkbook': async (ctx, input) => (await later.planWorkbook()).exportWorkbook(ctx, input),
  'plan:exportPlan': async (ctx, input) => (await later.planPaper()).exportPlan(ctx, input),
  'after:readAfter': after.readAfter,
  'after:recordOutcome': after.recordOutcome,
  'after:liftEmbargo': after.liftEmbargo,
  'after:saveHearing': after.saveHearing,
  'after:removeHearing': after.removeHearing,
  'after:exportFinalFeedback': async (ctx, input) =>
    (await later.finalFeedback()).exportFinalFeedback(ctx, input),
  'after:saveLesson': after.saveLesson,
  'after:removeLesson': after.removeLesson,
  'after:saveTemplate': async (ctx) => (await later.template()).saveTemplate(ctx),
  'pictures:readPictures': readPictures,
  'pictures:exportPictures': async (ctx, input) => (await later.picturesPaper()).exportPictures(ctx, input),
  'redactions:readRedactions': redactions.readRedactions,
  'redactions:startRedaction': redactions.startRedaction,
  'redactions:editRedaction': redactions.editRedaction,
  'redactions:removeRedaction': redactions.removeRedaction,
  'redactions:recordCheck': redactions.recordCheck,
  'redactions:readMarks': redactionMarks.readMarks,
  'redactions:addMarks': redactionMarks.addMarks,
  'redactions:editMark': redactionMarks.editMark,
  'redactions:removeMarks': redactionMarks.removeMarks,
  'redactions:findPlaces': async (ctx, input) => (await later.places()).findPlaces(ctx, input),
  'redactions:markWord': async (ctx, input) => (await later.places()).markWord(ctx, input),
  'redactions:makeCopy': async (ctx, input) => (await later.makeCopy()).makeCopy(ctx, input),
  'redactions:saveReport': async (ctx, input) => (await later.redactionReport()).saveReport(ctx, input),
  'governance:readGovernance': governance.readGovernance,
  'governance:saveBoard': governance.saveBoard,
  'governance:removeBoard': governance.removeBoard,
  'governance:saveReport': governance.saveReport,
  'governance:removeReport': governance.removeReport,
  'governance:saveSignOff': governance.saveSignOff,
  'governance:removeSignOff': governance.removeSignOff,
  'governance:saveBriefing': governance.saveBriefing,
  'governance:removeBriefing': governance.removeBriefing,
  'governance:saveResource': governance.saveResource,
  'governance:removeResource': governance.removeResource,
  'governance:saveAlignment': governance.saveAlignment,
  'governance:removeAlignment': governance.removeAlignment,
  'governance:exportList': async (ctx, input) => (await later.governanceList()).exportList(ctx, input),
  'governance:exportOne': async (ctx, input) => (await later.governanceOne()).exportOne(ctx, input),
  'voice:readVoice': voice.readVoice,
  'voice:saveSurvey': voice.saveSurvey,
  'voice:addUsualSurveys': addUsualSurveys,
  'voice:removeSurvey': voice.removeSurvey,
  'voice:logSurvey': voice.logSurvey,
  'voice:removeSurveyEntry': voice.removeSurveyEntry,
  'voice:saveVoiceRecord': voice.saveVoiceRecord,
  'voice:removeVoiceRecord': voice.removeVoiceRecord,
  'voice:exportVoice': async (ctx, input) => (await later.voicePaper()).exportVoice(ctx, input),
  'packs:readPacks': async (ctx) => (await later.packs()).readPacks(ctx),
  'packs:previewPack': async (ctx, input) => (await later.preview()).previewPack(ctx, input),
  'packs:exportPack': async (ctx, input) => (await later.packs()).exportPack(ctx, input),
  'packs:saveRecipe': async (ctx, input) => (await later.packs()).saveRecipe(ctx, input),
  'packs:removeRecipe': async (ctx, input) => (await later.packs()).removeRecipe(ctx, input),
  'packs:verifyPack': async (ctx, input) => (await later.verify()).verifyPack(ctx, input),
  'registers:exportRegister': async (ctx, input) => (await later.registers()).exportRegister(ctx, input),
  'imports:readImport': async (ctx, input) => (await later.imports()).readImport(ctx, input),
  'imports:remapImport': async (ctx, input) => (await later.imports()).remapImport(ctx, input),
  'imports:settleGrid': async (ctx, input) => (await later.imports()).settleGrid(ctx, input),
  'imports:confirmImport': async (ctx, input) => (await later.imports()).confirmImport(ctx, input),
  'imports:dropImport': async (ctx, input) => (await later.imports()).dropImport(ctx, input),
  'imports:readPastedPeople': async (ctx, input) => (await later.imports()).readPastedPeople(ctx, input),
};

/**
 * Runs a channel: on the open engagement where it needs one, on the desk otherwise. What was under way when the file was
 * closed fails with `vault/locked`, whatever it then ran into.
 */
export async function runChannel(desk: Desk, name: ChannelName, input: unknown): Promise<unknown> {
  const wasOpen = desk.isOpen();
  // The router has parsed the input with this channel's own schema, so the pair fits although TypeScript cannot see it.
  const handler = handlers[name] as (on: Context | Desk, input: unknown) => unknown;
  try {
    return await handler(contract[name].needsEngagement ? desk.context() : desk, input);
  } catch (error) {
    throw wasOpen && !desk.isOpen() && !(error instanceof AppError) ? new AppError('vault/locked') : error;
  }
}
