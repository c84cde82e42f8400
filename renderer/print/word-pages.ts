import { layOutWord } from './lay-out-word.ts';

/**
 * The hidden window that lays out Word documents, where nothing but this runs and nothing can be reached: the main
 * process calls it with a document and takes its pages away as HTML.
 */
Object.assign(globalThis, { layOutWord });
