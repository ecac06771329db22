export { measureExport } from './export';
export { measureImport } from './import';
export { measureSaves } from './save';
export { measureSearch } from './search';
