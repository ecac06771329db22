export { measureExport } from './export';
export { measureImport } from './import';
export { measureProposing } from './propose';
export { measureSaves } from './save';
export { measureSearch } from './search';
