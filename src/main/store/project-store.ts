/**
 * The door of the store: everything outside this folder comes in here. Main is the one owner of the disk, and
 * this is how it makes, opens and changes a project.
 */
export { createProject } from './create-project';
export type { StoreOptions } from './open-project';
export { checkIsProject, openProject, readProject } from './open-project';
export type { ProjectStore } from './open-store';
export { Refusal } from './refusal';
