export { measureExports } from './export';
export { prepareWindow } from './for-window';
export { measureImport } from './import';
export { measureKinds } from './import-kinds';
export { measureProposing } from './propose';
export { measureSaves } from './save';
export { measureSearch } from './search';
